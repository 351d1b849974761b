import { Badge, VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period, Trend } from '../api/types';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import { ownFigure } from './figure';
import classes from './TrendTable.module.css';
import { band, figureWords } from './words';

interface Props {
  trend: Trend;
  periods: readonly Period[];
  compare: boolean;
  alerted: ReadonlySet<string>;
  /** What else is to say about a cycle. */
  more?: ReadonlyMap<string, string>;
}

/** The same data as the chart, newest first. */
export function TrendTable({ trend, periods, compare, alerted, more }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = figureWords(t, format, trend.unit);
  const parents = compare ? trend.parents : [];
  return (
    <Scroll label={t('units.caption', { unit: trend.unit.name })}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('units.caption', { unit: trend.unit.name })}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('units.period')}</th>
            <th scope="col">{t('units.level')}</th>
            <th scope="col">{t('units.people')}</th>
            {parents.map((parent) => (
              <th key={parent.unit.unitId} scope="col">
                {parent.unit.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.toReversed().map((period) => {
            const own = ownFigure(period);
            const notes = notesOf(period);
            return (
              <Fragment key={period.cycleId}>
                <tr data-withheld={own.kind === 'withheld' || undefined} data-noted={notes.length > 0 || undefined}>
                  <th scope="row">{format.day(period.closesAt)}</th>
                  <td className={classes.figure}>
                    {words.figure(own)}
                    {alerted.has(period.cycleId) && (
                      <Badge ml={8} color="orange" variant="light" tt="none">
                        {t('units.alert')}
                      </Badge>
                    )}
                  </td>
                  <td className={classes.people}>{own.kind === 'withheld' ? '–' : band(own.people)}</td>
                  {parents.map((parent) => {
                    const of = parent.periods.find((candidate) => candidate.cycleId === period.cycleId);
                    return <td key={parent.unit.unitId}>{of ? words.figure(ownFigure(of)) : t('units.nothingPublished')}</td>;
                  })}
                </tr>
                {notes.length > 0 && (
                  <tr>
                    <td colSpan={3 + parents.length} className={classes.notes}>
                      <span>{notes.join(' · ')}</span>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );

  function notesOf(period: Period): string[] {
    return [words.reason(period), words.together(period), words.leftOut(period), more?.get(period.cycleId) ?? null].filter((note) => note !== null);
  }
}
