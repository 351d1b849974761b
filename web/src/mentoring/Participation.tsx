import { Alert, Button, Switch, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { OwnParticipation } from '../api/types';
import { Card } from '../app/Card';
import { Form } from '../app/Form';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useForm } from '../app/useForm';
import classes from './Participation.module.css';
import { ParticipationApart } from './ParticipationApart';
import { MATCHES } from './useMatches';

const PARTICIPATION = ['participation'];
const PATH = '/api/mentorship-matching/me/participation';

/** Whether anything new is proposed to the reader, and with whom never. */
export function Participation() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: PARTICIPATION,
    queryFn: ({ signal }) => call<OwnParticipation>(PATH, { signal }),
    refetchOnWindowFocus: false,
  });
  return (
    <Card title={t('mentoring.participation.title')}>
      {isPending && <Loading height={60} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && <Saying own={data} />}
    </Card>
  );
}

function Saying({ own }: { own: OwnParticipation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const holdText = useId();
  const form = useForm({
    name: 'participation',
    initial: { onHold: own.onHold, apart: own.apart },
    send: ({ onHold, apart }) => call<OwnParticipation>(PATH, { method: 'PUT', json: { onHold, apart: apart.map((person) => person.staffId) } }),
    onSaved: (saved) => {
      queries.setQueryData(PARTICIPATION, saved);
      // proposals lapse and matches end a moment later
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: MATCHES }), 1500);
    },
  });
  const { onHold, apart } = form.values;
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" size="md" loading={form.pending}>
          {t('mentoring.participation.save')}
        </Button>
      }
    >
      <div className={classes.hold}>
        <Switch size="md" label={t('mentoring.participation.hold')} aria-describedby={holdText} checked={onHold} onChange={(event) => form.change({ onHold: event.currentTarget.checked })} />
        <Text id={holdText} size="sm" c="dimmed">
          {t('mentoring.participation.holdText')}
        </Text>
      </div>
      {own.becauseUnanswered && onHold && (
        <Alert color="orange">
          <Text size="sm">{t('mentoring.participation.unanswered')}</Text>
        </Alert>
      )}
      <ParticipationApart apart={apart} onChange={(next) => form.change({ apart: next })} mistake={form.mistake('/apart')} />
      <div role="status">{form.saved && <Alert color="kelp">{t('mentoring.participation.saved')}</Alert>}</div>
    </Form>
  );
}
