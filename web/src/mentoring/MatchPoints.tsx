import { useTranslation } from 'react-i18next';
import type { Match } from '../api/types';
import { useFormat } from '../i18n/format';
import classes from './Matches.module.css';
import { useCriterion } from './useCriterion';

/** The points that made a match, which add up to its score. */
export function MatchPoints({ match }: { match: Match }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const criterion = useCriterion();
  return (
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
  );
}
