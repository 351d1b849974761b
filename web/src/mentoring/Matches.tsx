import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Match } from '../api/types';
import { useFormat } from '../i18n/format';
import classes from './Matches.module.css';

/** Each relationship with the points that made it, which add up to its score. */
export function Matches({ matches }: { matches: readonly Match[] }) {
  const { t, i18n } = useTranslation();
  const { day, number } = useFormat();
  if (matches.length === 0) {
    return (
      <>
        <Text fw={600}>{t('mentoring.none')}</Text>
        <Text c="dimmed">{t('mentoring.noneText')}</Text>
      </>
    );
  }
  const criterion = (id: string) => (i18n.exists(`mentoring.criteria.${id}`) ? t(`mentoring.criteria.${id}` as 'mentoring.criteria.skills') : id);
  const nameOf = (match: Match) => match.with.displayName ?? t('mentoring.gone');
  const activeFirst = matches.toSorted((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || Date.parse(b.since) - Date.parse(a.since));
  return (
    <ul className={classes.matches}>
      {activeFirst.map((match) => (
        <li key={match.matchId} className={classes.match} data-ended={match.state === 'ended' || undefined}>
          <div className={classes.who}>
            <span className={classes.name}>{match.as === 'mentor' ? t('mentoring.asMentor', { name: nameOf(match) }) : t('mentoring.asMentee', { name: nameOf(match) })}</span>
            <span className={classes.since}>{t('mentoring.since', { date: day(match.since) })}</span>
            {match.state === 'ended' && (
              <Badge color="gray" variant="light" tt="none">
                {t('mentoring.ended')}
              </Badge>
            )}
          </div>
          <details className={classes.why}>
            <summary>{t('mentoring.fit', { score: number(match.score) })}</summary>
            <table className={classes.points}>
              <thead>
                <tr>
                  <th scope="col">{t('mentoring.criterion')}</th>
                  <th scope="col">{t('mentoring.because')}</th>
                  <th scope="col">{t('mentoring.points')}</th>
                </tr>
              </thead>
              <tbody>
                {match.points.map((part) => (
                  <tr key={part.criterion}>
                    <th scope="row">{criterion(part.criterion)}</th>
                    <td>{part.because}</td>
                    <td>{number(part.points)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {t('mentoring.total')}
                  </th>
                  <td>{number(match.score)}</td>
                </tr>
              </tfoot>
            </table>
          </details>
        </li>
      ))}
    </ul>
  );
}
