import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../api/http';
import { newId } from '../api/newId';
import type { NamedSupervision, Person } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import { PickColleague } from '../mentoring/PickColleague';
import { usePersonName } from '../rounds/useRounds';
import { Rhythm } from './Rhythm';
import { NAMINGS, NAMINGS_PATH } from './useNamings';

/** Where HR names who supervises whom; nothing begins unless the supervisee accepts. */
export function NameTwo() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const person = usePersonName();
  // one id for one naming, however often it has to be sent
  const [id, setId] = useState(newId);
  const [checked, setChecked] = useState(false);
  const form = useForm({
    name: 'supervision-naming',
    initial: { id, supervisor: [] as Person[], supervisee: [] as Person[], everyDays: 28 },
    send: ({ id: chosen, supervisor, supervisee, everyDays }) =>
      call<NamedSupervision>(`${NAMINGS_PATH}/${chosen}`, { method: 'PUT', json: { supervisorId: supervisor[0]?.staffId, superviseeId: supervisee[0]?.staffId, everyDays } }),
    onSaved: () => {
      setId(newId());
      setChecked(false);
      return queries.invalidateQueries({ queryKey: NAMINGS });
    },
  });
  const { supervisor, supervisee, everyDays } = form.values;
  const refused = { 'supervised-already': t('supervision.naming.already'), 'cannot-be-supervised': t('supervision.naming.cannot') }[form.error instanceof Problem ? form.error.kind : ''];
  const mistake = (of: 'supervisor' | 'supervisee') => {
    const said = form.mistake(`/${of}Id`);
    return checked && form.values[of].length === 0 ? t('supervision.pick') : said && (refused ?? said);
  };
  const picker = (of: 'supervisor' | 'supervisee') => (
    <>
      <PickColleague label={t(`supervision.naming.${of}`)} except={[...supervisor, ...supervisee]} onPick={(picked) => form.change({ [of]: [picked] })} mistake={mistake(of)} />
      <Text role="status">{form.values[of].map((picked) => t(`supervision.naming.picked.${of}`, { name: person(picked) }))}</Text>
    </>
  );
  return (
    <Form
      form={{
        ...form,
        submit: (event) => {
          event.preventDefault();
          setChecked(true);
          if (supervisor.length > 0 && supervisee.length > 0) {
            form.save();
          }
        },
      }}
      buttons={
        <Button type="submit" size="md" loading={form.pending}>
          {t('supervision.naming.name')}
        </Button>
      }
    >
      {picker('supervisor')}
      {picker('supervisee')}
      <Rhythm everyDays={everyDays} mistake={form.mistake('/everyDays')} onChange={(chosen) => form.change({ everyDays: chosen })} />
      <div role="status">{form.saved && <Text fw={500}>{t('supervision.naming.named', { supervisor: person(form.saved.supervisor), supervisee: person(form.saved.supervisee) })}</Text>}</div>
    </Form>
  );
}
