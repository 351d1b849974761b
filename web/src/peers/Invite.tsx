import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { newId } from '../api/newId';
import type { Colleague, PeerCheckIn } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';

const RHYTHMS = [7, 14, 28];

/** Whom to ask, and how often; nothing happens unless they accept. */
export function Invite({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // one id for one invitation, however often it has to be sent
  const [checkInId, setCheckInId] = useState(() => newId());
  const form = useForm({
    name: 'peer-invitation',
    initial: { checkInId, person: '', everyDays: 7 },
    send: (invitation) => call<PeerCheckIn>(`/api/check-in/me/peer-check-ins/${invitation.checkInId}`, { method: 'PUT', json: { with: invitation.person, everyDays: invitation.everyDays } }),
    onSaved: () => {
      setCheckInId(newId());
      return queries.invalidateQueries({ queryKey: ['peer-check-ins'] });
    },
  });
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" loading={form.pending}>
          {t('peers.send')}
        </Button>
      }
    >
      <NativeSelect
        label={t('peers.whom')}
        required
        data={[{ value: '', label: t('peers.choose') }, ...colleagues.map((each) => ({ value: each.staffId, label: each.displayName }))]}
        value={form.values.person}
        error={form.mistake('/with')}
        onChange={(event) => form.change({ person: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('peers.rhythm')}
        data={RHYTHMS.map((days) => ({ value: String(days), label: t('peers.every', { count: days / 7 }) }))}
        value={String(form.values.everyDays)}
        error={form.mistake('/everyDays')}
        onChange={(event) => form.change({ everyDays: Number(event.currentTarget.value) })}
      />
    </Form>
  );
}
