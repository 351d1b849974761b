import { Checkbox, NativeSelect, Text, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchingProgramme } from '../api/types';
import { Scroll } from '../app/Scroll';
import { useCriterion } from '../mentoring/useCriterion';
import classes from './Rounds.module.css';
import { criteriaOf } from './words';

const MODES = ['best', 'stable'] as const;

/** Weights and rules as they are typed. */
export interface Weighing {
  weights: Record<string, string>;
  differentUnits: boolean;
  leastCommonTimes: string;
  mode: MatchingProgramme['mode'];
}

export interface Column {
  key: string;
  /** What the fields of it are named after. */
  name: string;
  /** More than the name, where there is more to it. */
  title?: ReactNode;
  typed: Weighing;
  /** Null where it is only read. */
  change: ((part: Partial<Weighing>) => void) | null;
  /** Whether it was to be sent although the weights are not 100 in all. */
  refused?: boolean;
  /** What the service says about the weights. */
  mistake?: string | null;
  timesMistake?: string | null;
}

export function typedOf(programme: MatchingProgramme): Weighing {
  return {
    weights: Object.fromEntries(Object.entries(programme.weights).map(([id, weight]) => [id, String(weight)])),
    differentUnits: programme.differentUnits,
    leastCommonTimes: String(programme.leastCommonTimes),
    mode: programme.mode,
  };
}

export function numbersOf({ weights, differentUnits, leastCommonTimes, mode }: Weighing) {
  return {
    weights: Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, Number(weight)])),
    differentUnits,
    leastCommonTimes: Number(leastCommonTimes),
    mode,
  };
}

export function sumOf({ weights }: Weighing): number {
  return Object.values(weights).reduce((sum, weight) => sum + Number(weight), 0);
}

/** What each criterion is worth, side by side; the weights of a column must be 100 in all. */
export function WeightsTable({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation();
  const criterion = useCriterion();
  const id = useId();
  const sumId = (column: Column) => `${id}-${column.key}`;
  const timesId = (column: Column) => `${id}-${column.key}-times`;
  const label = (part: string, column: Column) => t('matching.weights.cell', { part, column: column.name });
  return (
    <Scroll label={t('matching.weights.caption')}>
      <table className={classes.weights}>
        <caption>
          <VisuallyHidden>{t('matching.weights.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('matching.weights.criterion')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title ?? column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteriaOf(...columns.map(({ typed }) => typed.weights)).map((each) => (
            <tr key={each}>
              <th scope="row">{criterion(each)}</th>
              {columns.map((column) => {
                const { typed, change } = column;
                return (
                  <td key={column.key}>
                    {change === null ? (
                      (typed.weights[each] ?? '0')
                    ) : (
                      <Whole
                        label={label(criterion(each), column)}
                        most={100}
                        value={typed.weights[each] ?? ''}
                        wrong={(column.refused === true && sumOf(typed) !== 100) || Boolean(column.mistake)}
                        describedBy={sumId(column)}
                        onChange={(weight) => change({ weights: { ...typed.weights, [each]: weight } })}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr className={classes.sum}>
            <th scope="row">{t('matching.weights.sum')}</th>
            {columns.map((column) => (
              <td key={column.key}>
                <Sum id={sumId(column)} column={column} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('matching.weights.differentUnits')}</th>
            {columns.map((column) => {
              const { change } = column;
              return (
                <td key={column.key}>
                  {change === null ? (
                    t(column.typed.differentUnits ? 'matching.weights.yes' : 'matching.weights.no')
                  ) : (
                    <Checkbox
                      aria-label={label(t('matching.weights.differentUnits'), column)}
                      size="md"
                      checked={column.typed.differentUnits}
                      onChange={(event) => change({ differentUnits: event.currentTarget.checked })}
                    />
                  )}
                </td>
              );
            })}
          </tr>
          <tr>
            <th scope="row">{t('matching.weights.leastCommonTimes')}</th>
            {columns.map((column) => {
              const { change } = column;
              return (
                <td key={column.key}>
                  {change === null ? (
                    column.typed.leastCommonTimes
                  ) : (
                    <>
                      <Whole
                        label={label(t('matching.weights.leastCommonTimes'), column)}
                        most={10}
                        value={column.typed.leastCommonTimes}
                        wrong={Boolean(column.timesMistake)}
                        describedBy={timesId(column)}
                        onChange={(leastCommonTimes) => change({ leastCommonTimes })}
                      />
                      <Text id={timesId(column)} c="red" size="sm">
                        {column.timesMistake}
                      </Text>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
          <tr>
            <th scope="row">{t('matching.weights.mode')}</th>
            {columns.map((column) => {
              const { change } = column;
              return (
                <td key={column.key}>
                  {change === null ? (
                    t(`matching.weights.modes.${column.typed.mode}`)
                  ) : (
                    <NativeSelect
                      aria-label={label(t('matching.weights.mode'), column)}
                      data={MODES.map((mode) => ({ value: mode, label: t(`matching.weights.modes.${mode}`) }))}
                      value={column.typed.mode}
                      onChange={(event) => change({ mode: event.currentTarget.value as Weighing['mode'] })}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

interface WholeNumber {
  label: string;
  most: number;
  value: string;
  wrong: boolean;
  /** Of what says what is wrong; Mantine's field would describe itself only. */
  describedBy: string;
  onChange: (value: string) => void;
}

/** A whole number from 0 on. */
function Whole({ label, most, value, wrong, describedBy, onChange }: WholeNumber) {
  return (
    <input
      className={classes.number}
      type="number"
      inputMode="numeric"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={wrong || undefined}
      required
      min={0}
      max={most}
      step={1}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Sum({ id, column }: { id: string; column: Column }) {
  const { t } = useTranslation();
  const sum = sumOf(column.typed);
  return (
    <output id={id}>
      {t('matching.weights.ofHundred', { sum })}
      {sum !== 100 && (
        <Text component="span" c="red" size="sm" display="block">
          {t(sum < 100 ? 'matching.weights.missing' : 'matching.weights.over', { count: Math.abs(100 - sum) })}
        </Text>
      )}
      {column.mistake && (
        <Text component="span" c="red" size="sm" display="block">
          {column.mistake}
        </Text>
      )}
    </output>
  );
}
