import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { newId } from '../api/newId';
import type { OwnSupervision, Person } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import { PickColleague } from '../mentoring/PickColleague';
import { Rhythm } from './Rhythm';
import { SUPERVISIONS, SUPERVISIONS_PATH } from './useSupervisions';

/** Where a supervisor offers to supervise somebody; nothing begins unless they accept. */
export function Offer() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // one id for one offer, however often it has to be sent
  const [id, setId] = useState(newId);
  const [checked, setChecked] = useState(false);
  const form = useForm({
    name: 'supervision-offer',
    initial: { id, people: [] as Person[], everyDays: 28 },
    send: (offer) => call<OwnSupervision>(`${SUPERVISIONS_PATH}/${offer.id}`, { method: 'PUT', json: { with: offer.people[0]?.staffId, everyDays: offer.everyDays } }),
    onSaved: () => {
      setId(newId());
      setChecked(false);
      return queries.invalidateQueries({ queryKey: SUPERVISIONS });
    },
  });
  const { people, everyDays } = form.values;
  const [person] = people;
  return (
    <Form
      form={{
        ...form,
        submit: (event) => {
          event.preventDefault();
          setChecked(true);
          if (person) {
            form.save();
          }
        },
      }}
      buttons={
        <Button type="submit" size="md" loading={form.pending}>
          {t('supervision.offer')}
        </Button>
      }
    >
      <PickColleague label={t('supervision.whom')} except={people} onPick={(picked) => form.change({ people: [picked] })} mistake={checked && !person ? t('supervision.pick') : form.mistake('/with')} />
      <Text role="status">{person && t('supervision.picked', { name: person.displayName ?? t('mentoring.gone') })}</Text>
      <Rhythm everyDays={everyDays} mistake={form.mistake('/everyDays')} onChange={(chosen) => form.change({ everyDays: chosen })} />
      <div role="status">{form.saved && <Text fw={500}>{t('supervision.offered', { name: form.saved.with.displayName ?? t('mentoring.gone') })}</Text>}</div>
    </Form>
  );
}
