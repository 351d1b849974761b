import { Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { SupportEffect as Answer } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { Scroll } from '../app/Scroll';
import { Chart } from '../charts/Chart';
import { usePalette } from '../charts/palette';
import { useFormat } from '../i18n/format';
import legend from './Legend.module.css';
import classes from './SupportEffect.module.css';
import { effectOption } from './supportChart';
import table from './TrendTable.module.css';
import { band } from './words';

type Effect = Answer['effect'];

/** Whether groups fared better after their people found mentors, with what that does not say. */
export function SupportEffect() {
  const { t } = useTranslation();
  const answer = useQuery({
    queryKey: ['support-effect'],
    queryFn: ({ signal }) => call<Answer>('/api/burnout-alert/support/effect', { signal }),
  });
  return (
    <Card title={t('units.support.title')}>
      {answer.isPending && <Loading height={160} />}
      {answer.isError && !answer.data && <ProblemAlert error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && (answer.data.effect.reason === null ? <Found answer={answer.data} /> : <Text>{t(`units.support.reasons.${answer.data.effect.reason}`)}</Text>)}
    </Card>
  );
}

function Found({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { scale, effect } = answer;
  const option = useMemo(
    () =>
      effectOption(effect.course, scale, palette, format, {
        description: t('units.support.chartText'),
        cycle: (cycle) => cycleText(cycle, t),
        supported: t('units.support.with'),
        compared: t('units.support.without'),
      }),
    [effect, scale, palette, format, t],
  );

  return (
    <>
      <Text fw={600}>{changeText()}</Text>
      <Text>
        {t('units.support.interval', { from: format.decimal(effect.from ?? 0), to: format.decimal(effect.to ?? 0) })} {mayBeChance(effect) && t('units.support.chance')}
      </Text>
      <Chart option={option} height={240} />
      <ul className={legend.legend}>
        <li>
          <svg className={legend.sign} viewBox="0 0 34 16" aria-hidden="true">
            <path d="M1 8h32" stroke={palette.unit} strokeWidth="3" />
            <circle cx="17" cy="8" r="4" fill={palette.unit} />
          </svg>
          {t('units.support.with')}
        </li>
        <li>
          <svg className={legend.sign} viewBox="0 0 34 16" aria-hidden="true">
            <path d="M1 8h32" stroke={palette.parents[0]} strokeWidth="2" strokeDasharray="7 4" />
            <path d="M13 4h8v8h-8z" fill={palette.parents[0]} />
          </svg>
          {t('units.support.without')}
        </li>
      </ul>
      <Scroll label={t('units.support.caption')}>
        <table className={table.table}>
          <caption>
            <VisuallyHidden>{t('units.support.caption')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('units.support.when')}</th>
              <th scope="col">{t('units.support.with')}</th>
              <th scope="col">{t('units.support.without')}</th>
            </tr>
          </thead>
          <tbody>
            {effect.course.map((moment) => (
              <tr key={moment.cycle}>
                <th scope="row">{cycleText(moment.cycle, t)}</th>
                <td className={table.figure}>{level(moment.supported)}</td>
                <td>{level(moment.compared)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ul className={classes.notes}>
        <li>{t('units.support.groups', { groups: effect.groups, people: effect.people === null ? '–' : band(effect.people), compared: effect.compared })}</li>
        <li>{t('units.support.adjusted')}</li>
        <li>{t('units.support.association')}</li>
      </ul>
    </>
  );

  function changeText(): string {
    const change = effect.change ?? 0;
    const by = { count: Math.abs(change), points: format.decimal(Math.abs(change)) };
    return change === 0 ? t('units.support.same') : change < 0 ? t('units.support.fell', by) : t('units.support.rose', by);
  }

  function level(value: number | null): string {
    return value === null ? t('units.nothingPublished') : format.decimal(value);
  }
}

function cycleText(cycle: number, t: TFunction): string {
  if (cycle === 0) {
    return t('units.support.began');
  }
  return cycle < 0 ? t('units.support.before', { count: -cycle }) : t('units.support.after', { count: cycle });
}

function mayBeChance({ from, to }: Effect): boolean {
  return (from ?? 0) <= 0 && (to ?? 0) >= 0;
}
