import { Badge, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { OwnSupervision } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { Confirm } from '../together/Confirm';
import { SUPERVISIONS, SUPERVISIONS_PATH } from './useSupervisions';

type Wanted = 'active' | 'paused' | 'ended';

/** One supervision: with whom, when to meet again, and what the reader can do about it now. */
export function SupervisionEntry({ supervision, now }: { supervision: OwnSupervision; now: number }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const { supervisionId, as, state, nextDue, lastHeld } = supervision;
  const stand = useMutation({
    mutationFn: (wanted: Wanted) => call<OwnSupervision>(`${SUPERVISIONS_PATH}/${supervisionId}/state`, { method: 'PUT', json: { state: wanted } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: SUPERVISIONS });
      // the buttons that had the focus are gone
      heading.current?.focus();
    },
    // a refusal says that the list is not up to date
    onError: () => void queries.invalidateQueries({ queryKey: SUPERVISIONS }),
  });
  const name = supervision.with.displayName ?? t('mentoring.gone');
  const over = state === 'ended';
  const asked = state === 'proposed' && as === 'supervisee';
  const button = (wanted: Wanted, label: string, variant: 'filled' | 'default') => (
    // the second half of a double click would press what came in the place of the first
    <Button variant={variant} loading={stand.isPending && stand.variables === wanted} disabled={stand.isPending} onClick={(event) => event.detail < 2 && stand.mutate(wanted)}>
      {label}
    </Button>
  );
  return (
    <li className={entries.entry} data-asked={asked || undefined} data-over={over || undefined}>
      <div className={entries.who}>
        <h3 className={entries.name} ref={heading} tabIndex={-1}>
          {t(as === 'supervisor' ? 'supervision.of' : 'supervision.by', { name })}
        </h3>
        {supervision.since !== null && <span className={entries.since}>{t('mentoring.since', { date: day(supervision.since) })}</span>}
        <Badge color={over || state === 'paused' ? 'gray' : 'kelp'} variant="light" tt="none">
          {t(`supervision.states.${state}`)}
        </Badge>
      </div>
      {!over && (
        <Text>
          {t('supervision.rhythm')}: {t('supervision.every', { count: supervision.everyDays })}
        </Text>
      )}
      {state === 'proposed' && (
        <Text size="sm" c="dimmed">
          {t(asked ? 'supervision.asked' : 'supervision.waits', { name })}
        </Text>
      )}
      {nextDue !== null && <Text fw={500}>{t(Date.parse(nextDue) <= now ? 'supervision.due' : 'supervision.next', { date: day(nextDue) })}</Text>}
      {lastHeld !== null && <Text size="sm">{t('supervision.lastHeld', { date: day(lastHeld) })}</Text>}
      {stand.isError && <ProblemAlert error={stand.error} />}
      {supervision.since !== null && supervision.with.displayName !== null && (
        <Link to={`/together/supervision/${supervisionId}`} className={entries.link ?? ''} aria-label={t('together.openWith', { name })}>
          {t('together.open')}
        </Link>
      )}
      <div className={entries.buttons}>
        {asked && button('active', t('supervision.accept'), 'filled')}
        {state === 'proposed' && button('ended', t(asked ? 'supervision.decline' : 'supervision.takeBack'), 'default')}
        {state === 'active' && button('paused', t('mentoring.matches.pause'), 'default')}
        {state === 'paused' && button('active', t('mentoring.matches.goOn'), 'filled')}
        {(state === 'active' || state === 'paused') && (
          <Confirm label={t('mentoring.matches.end')} text={t('supervision.endText')} yes={t('mentoring.matches.endNow')} no={t('mentoring.matches.keep')} pending={stand.isPending} onYes={() => stand.mutate('ended')} />
        )}
      </div>
    </li>
  );
}
