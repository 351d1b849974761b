import { Button, Checkbox, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import classes from './Rounds.module.css';
import { useCouples, usePersonName } from './useRounds';

const AT_ONCE = 10;

/** Who is paired with whom now, however they were brought together. */
export function Couples() {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  const person = usePersonName();
  const { data, isPending, error, refetch } = useCouples();
  const [ended, setEnded] = useState(false);
  const [all, setAll] = useState(false);
  const wanted = (data ?? []).filter((couple) => ended || couple.state !== 'ended');
  const shown = all ? wanted : wanted.slice(0, AT_ONCE);
  return (
    <Card title={t('matching.couples.title')}>
      {isPending && <Loading height={120} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Checkbox label={t('matching.couples.ended')} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} classNames={{ body: classes.check ?? '' }} />
          {wanted.length === 0 ? (
            <Text c="dimmed">{t('matching.couples.none')}</Text>
          ) : (
            <Scroll label={t('matching.couples.caption')}>
              <table className={classes.listed}>
                <caption>
                  <VisuallyHidden>{t('matching.couples.caption')}</VisuallyHidden>
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{t('matching.preview.mentee')}</th>
                    <th scope="col">{t('matching.preview.mentor')}</th>
                    <th scope="col">{t('matching.rounds.state')}</th>
                    <th scope="col">{t('matching.couples.since')}</th>
                    <th scope="col">{t('matching.preview.score')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((couple) => (
                    <tr key={couple.matchId}>
                      <th scope="row">{person(couple.mentee)}</th>
                      <td>{person(couple.mentor)}</td>
                      <td>{t(`mentoring.matches.states.${couple.state}`)}</td>
                      <td>{couple.since === null ? '–' : day(couple.since)}</td>
                      <td>{number(couple.score)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
          {shown.length < wanted.length && (
            <div>
              <Button variant="default" onClick={() => setAll(true)}>
                {t('matching.couples.all', { count: wanted.length })}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
