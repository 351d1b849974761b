import { Badge, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../api/http';
import type { NamedSupervision } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { usePersonName } from '../rounds/useRounds';
import { Confirm } from '../together/Confirm';
import { Rhythm } from './Rhythm';
import { NAMINGS, NAMINGS_PATH } from './useNamings';

/** One supervision that HR named, as far as HR sees it, and what HR can do about it. */
export function NamingEntry({ naming, onDone }: { naming: NamedSupervision; onDone: (told: string) => void }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const person = usePersonName();
  const [chosen, setChosen] = useState<number | null>(null);
  const names = { supervisor: person(naming.supervisor), supervisee: person(naming.supervisee) };
  const change = useMutation({
    mutationFn: (wanted: number | 'ended') =>
      wanted === 'ended'
        ? call<NamedSupervision>(`${NAMINGS_PATH}/${naming.supervisionId}/state`, { method: 'PUT', json: { state: wanted } })
        : call<NamedSupervision>(`${NAMINGS_PATH}/${naming.supervisionId}`, { method: 'PUT', json: { supervisorId: naming.supervisor.staffId, superviseeId: naming.supervisee.staffId, everyDays: wanted } }),
    onSuccess: async (changed) => {
      await queries.invalidateQueries({ queryKey: NAMINGS });
      setChosen(null);
      onDone(changed.state === 'ended' ? t('supervision.naming.ended', names) : t('supervision.naming.changed', { ...names, rhythm: t('supervision.every', { count: changed.everyDays }) }));
    },
    // a refusal says that the list is not up to date
    onError: async (error) => {
      await queries.invalidateQueries({ queryKey: NAMINGS });
      if (error instanceof Problem && ['supervision-is-over', 'no-such-supervision'].includes(error.kind)) {
        onDone(t('supervision.naming.over', names));
      }
    },
  });
  const over = naming.state === 'ended';
  return (
    <li className={entries.entry} data-over={over || undefined}>
      <div className={entries.who}>
        <h3 className={entries.name}>{t('supervision.naming.pair', names)}</h3>
        <span className={entries.since}>{t('supervision.naming.since', { date: day(naming.namedAt) })}</span>
        <Badge color={over ? 'gray' : 'kelp'} variant="light" tt="none">
          {t(`supervision.naming.states.${naming.state}`)}
        </Badge>
      </div>
      {!over && chosen === null && (
        <Text>
          {t('supervision.rhythm')}: {t('supervision.every', { count: naming.everyDays })}
        </Text>
      )}
      {!over && chosen !== null && <Rhythm everyDays={chosen} onChange={setChosen} />}
      {change.isError && <ProblemAlert error={change.error} />}
      {!over && (
        <div className={entries.buttons}>
          {chosen === null ? (
            <Button variant="default" disabled={change.isPending} onClick={() => setChosen(naming.everyDays)}>
              {t('supervision.naming.change')}
            </Button>
          ) : (
            <>
              <Button loading={change.isPending && change.variables === chosen} disabled={change.isPending} onClick={() => change.mutate(chosen)}>
                {t('supervision.naming.save')}
              </Button>
              <Button variant="default" disabled={change.isPending} onClick={() => setChosen(null)}>
                {t('app.cancel')}
              </Button>
            </>
          )}
          <Confirm label={t('mentoring.matches.end')} text={t('supervision.naming.endText')} yes={t('mentoring.matches.endNow')} no={t('mentoring.matches.keep')} pending={change.isPending} onYes={() => change.mutate('ended')} />
        </div>
      )}
    </li>
  );
}
