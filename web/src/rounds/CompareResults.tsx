import { useTranslation } from 'react-i18next';
import type { RoundFigures } from '../api/types';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import classes from './Rounds.module.css';

/** Beyond so many the names fold away. */
const A_FEW = 5;

/** The figures side by side, the round as it is first. */
export function CompareResults({ results, nameOf }: { results: readonly RoundFigures[]; nameOf: (staffId: string) => string }) {
  const { t } = useTranslation();
  const { number, decimal } = useFormat();
  const rows = [
    { label: t('matching.preview.matched'), value: (each: RoundFigures) => number(each.matched) },
    { label: t('matching.preview.unmatched'), value: (each: RoundFigures) => number(each.unmatched) },
    { label: t('matching.preview.worst'), value: (each: RoundFigures) => number(each.worst) },
    { label: t('matching.preview.mean'), value: (each: RoundFigures) => decimal(each.mean) },
    { label: t('matching.compare.total'), value: (each: RoundFigures) => number(each.total) },
    { label: t('matching.compare.blocking'), value: (each: RoundFigures) => number(each.blockingPairs) },
  ];
  return (
    <Scroll label={t('matching.compare.results')}>
      <table className={classes.results}>
        <thead>
          <tr>
            <th scope="col">{t('matching.compare.figure')}</th>
            {results.map((each, index) => (
              <th key={`${index} ${each.name}`} scope="col">
                {index === 0 ? t('matching.compare.now') : each.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {results.map((each, index) => (
                <td key={`${index} ${each.name}`}>{row.value(each)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('matching.compare.changes')}</th>
            {results.map((each, index) => (
              <td key={`${index} ${each.name}`}>{index === 0 ? '–' : <Changes names={each.changed.map(nameOf)} />}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

function Changes({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  if (names.length === 0) {
    return t('matching.compare.nobody');
  }
  if (names.length <= A_FEW) {
    return list(names);
  }
  return (
    <details className={classes.names}>
      <summary>{t('matching.compare.others', { count: names.length })}</summary>
      {list(names)}
    </details>
  );
}
