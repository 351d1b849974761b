import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { useCriterion } from '../mentoring/useCriterion';
import classes from './Rounds.module.css';
import { criteriaOf } from './words';

interface Props {
  of: readonly { name: string; points: Record<string, number> }[];
  /** What each criterion is worth at most, where that is known. */
  weights: Record<string, number> | undefined;
}

/** The points of one mentor, or of several side by side, by criterion; they add up to the score. */
export function Points({ of, weights }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const criterion = useCriterion();
  return (
    <table className={classes.points}>
      <thead>
        <tr>
          <th scope="col">{t('matching.why.criterion')}</th>
          {of.map((each) => (
            <th key={each.name} scope="col">
              {each.name}
            </th>
          ))}
          {weights && <th scope="col">{t('matching.why.most')}</th>}
        </tr>
      </thead>
      <tbody>
        {criteriaOf(...of.map((each) => each.points)).map((id) => (
          <tr key={id}>
            <th scope="row">{criterion(id)}</th>
            {of.map((each) => (
              <td key={each.name}>
                <Bar value={each.points[id] ?? 0} of={weights?.[id] ?? 100} />
              </td>
            ))}
            {weights && <td>{number(weights[id] ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('matching.why.total')}</th>
          {of.map((each) => (
            <td key={each.name}>
              <span className={classes.value}>{number(Object.values(each.points).reduce((sum, points) => sum + points, 0))}</span>
            </td>
          ))}
          {weights && <td>{number(100)}</td>}
        </tr>
      </tfoot>
    </table>
  );
}

/** A number with a bar that says how much of the most it is. */
export function Bar({ value, of }: { value: number; of: number }) {
  const { number } = useFormat();
  return (
    <span className={classes.bar}>
      <span className={classes.value}>{number(value)}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.share} style={{ width: `${of === 0 ? 0 : Math.min(100, (100 * value) / of)}%` }} />
      </span>
    </span>
  );
}
