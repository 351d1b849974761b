import { useTranslation } from 'react-i18next';
import type { Period, Trend } from '../api/types';
import { usePalette } from '../charts/palette';
import { ownFigure, shownOf } from './figure';
import classes from './Legend.module.css';

/** What line, dash, hatch, diamond and arrow mean; drawn with the same shapes as the chart. */
export function Legend({ trend, periods, compare }: { trend: Trend; periods: readonly Period[]; compare: boolean }) {
  const { t } = useTranslation();
  const palette = usePalette();
  const own = periods.map(ownFigure);
  const withheld = own.some((shown) => shown.kind === 'withheld');
  const together = periods.filter((period) => period.state === 'withheld').map((period) => shownOf(period.togetherFigure));
  const joint = together.some((shown) => shown.kind !== 'withheld');
  const bounds = [...own, ...together].some((shown) => shown.kind === 'atMost' || shown.kind === 'atLeast');
  const dashes = ['7 4', '2 4', '10 4 2 4'];
  return (
    <ul className={classes.legend} aria-label={t('units.legend.title')}>
      <li>
        <svg className={classes.sign} viewBox="0 0 34 16" aria-hidden="true">
          <path d="M1 8h32" stroke={palette.unit} strokeWidth="3" />
          <circle cx="17" cy="8" r="4" fill={palette.unit} />
        </svg>
        {t('units.legend.unit', { unit: trend.unit.name })}
      </li>
      {compare &&
        trend.parents.map((parent, i) => (
          <li key={parent.unit.unitId}>
            <svg className={classes.sign} viewBox="0 0 34 16" aria-hidden="true">
              <path d="M1 8h32" stroke={palette.parents[i % 3]} strokeWidth="2" strokeDasharray={dashes[i % 3]} />
            </svg>
            {t('units.legend.parent', { unit: parent.unit.name })}
          </li>
        ))}
      {withheld && (
        <li>
          <svg className={classes.sign} viewBox="0 0 34 16" aria-hidden="true">
            <rect width="34" height="16" fill={palette.withheld} />
            <path d="M-4 16L12 0M4 16L20 0M12 16L28 0M20 16L36 0M28 16L44 0" stroke={palette.hatch} strokeWidth="1.5" />
          </svg>
          {t('units.legend.withheld')}
        </li>
      )}
      {joint && (
        <li>
          <svg className={classes.sign} viewBox="0 0 34 16" aria-hidden="true">
            <path d="M17 1l7 7-7 7-7-7z" fill={palette.together} />
          </svg>
          {t('units.legend.together')}
        </li>
      )}
      {bounds && (
        <li>
          <svg className={classes.sign} viewBox="0 0 34 16" aria-hidden="true">
            <path d="M10 15L4 3l6 2.500 6-2.500zM24 1l6 12-6-2.500-6 2.500z" fill={palette.unit} />
          </svg>
          {t('units.legend.bound')}
        </li>
      )}
    </ul>
  );
}
