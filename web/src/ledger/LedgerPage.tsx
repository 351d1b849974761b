import { Badge, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { LedgerEntry, LedgerResponse, TreeUnit } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { useFormat } from '../i18n/format';
import classes from './LedgerPage.module.css';
import { Promises } from './Promises';
import { Respond } from './Respond';

const AT_FIRST = 6;

/** Asked, heard, did: what came of each pulse, for everybody to read; what is overdue comes first. */
export default function LedgerPage() {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const ledger = useQuery({
    queryKey: ['ledger'],
    queryFn: ({ signal }) => call<LedgerEntry[]>('/api/burnout-alert/ledger', { signal }),
  });
  const { roles } = useSignedIn();
  // those whose units one may respond for
  const led = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => call<TreeUnit[]>('/api/burnout-alert/units', { signal }),
    enabled: roles.includes('supervisor') || roles.includes('hr'),
  });
  const entries = ledger.data ?? [];
  return (
    <Page title={t('ledger.title')}>
      <Text c="dimmed">{t('ledger.about')}</Text>
      {ledger.isPending && <Loading height={200} />}
      {ledger.isError && !ledger.data && <ProblemAlert error={ledger.error} onRetry={() => void ledger.refetch()} />}
      {ledger.data?.length === 0 && <Empty title={t('ledger.none')} text={t('ledger.noneText')} />}
      {(all ? entries : entries.slice(0, AT_FIRST)).map((entry) => (
        <Entry key={entry.cycleId} entry={entry} led={led.data ?? []} />
      ))}
      {entries.length > AT_FIRST && !all && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('ledger.all', { count: entries.length })}
        </Button>
      )}
    </Page>
  );
}

function Entry({ entry, led }: { entry: LedgerEntry; led: readonly TreeUnit[] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { roles } = useSignedIn();
  const waiting = led.filter((unit) => entry.responses.every((response) => response.unitId !== unit.unitId));
  return (
    <Card title={t('ledger.pulse', { date: day(entry.closesAt) })} aside={<State entry={entry} />}>
      {!entry.answered && <Text c="dimmed">{t('ledger.dueAt', { date: day(entry.dueAt) })}</Text>}
      {entry.responses.map((response) => (
        <Response
          key={response.id}
          response={response}
          unitName={entry.units.find((unit) => unit.unitId === response.unitId)?.name ?? response.unitId}
          mine={roles.includes('hr') || led.some((unit) => unit.unitId === response.unitId)}
        />
      ))}
      {roles.includes('hr') ? !entry.answered && <Respond cycleId={entry.cycleId} /> : waiting.length > 0 && <Respond cycleId={entry.cycleId} units={waiting} />}
    </Card>
  );
}

function State({ entry }: { entry: LedgerEntry }) {
  const { t } = useTranslation();
  const [color, text] = entry.overdue ? (['orange', t('ledger.overdue')] as const) : entry.answered ? (['kelp', t('ledger.answered')] as const) : (['gray', t('ledger.waiting')] as const);
  return (
    <Badge color={color} variant="light" tt="none">
      {text}
    </Badge>
  );
}

function Response({ response, unitName, mine }: { response: LedgerResponse; unitName: string | null; mine: boolean }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <article className={classes.response}>
      <p className={classes.by}>
        {unitName === null ? t('ledger.agency', { date: day(response.publishedAt) }) : t('ledger.unit', { unit: unitName, date: day(response.publishedAt) })}
      </p>
      <p className={classes.text}>{response.text}</p>
      {response.promises.length > 0 && <Promises cycleId={response.cycleId} mine={mine} promises={response.promises} />}
    </article>
  );
}
