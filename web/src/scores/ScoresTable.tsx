import { Badge, VisuallyHidden } from '@mantine/core';
import { Fragment, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnScore } from '../api/types';
import { useFormat } from '../i18n/format';
import classes from './ScoresTable.module.css';

/** The same data as the chart, newest first, each row with the answers behind it. */
export function ScoresTable({ scores }: { scores: readonly OwnScore[] }) {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const id = useId();
  const newestFirst = scores.toSorted((a, b) => Date.parse(b.closesAt) - Date.parse(a.closesAt));
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{t('scores.caption')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('scores.week')}</th>
          <th scope="col" className={classes.number}>
            {t('scores.score')}
          </th>
          <th scope="col">{t('scores.details')}</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst.map((score) => {
          const date = day(score.closesAt);
          const isOpen = open === score.cycleId;
          return (
            <Fragment key={score.cycleId}>
              <tr>
                <th scope="row">
                  {date}
                  {score.late && (
                    <Badge ml={8} color="orange" variant="light" tt="none" title={t('scores.lateText')}>
                      {t('scores.late')}
                    </Badge>
                  )}
                </th>
                <td className={classes.number}>{score.score === null ? <span className={classes.none}>{t('scores.noScore')}</span> : number(score.score)}</td>
                <td>
                  {score.items.length > 0 && (
                    <button
                      type="button"
                      className={classes.toggle}
                      aria-expanded={isOpen}
                      aria-controls={`${id}-${score.cycleId}`}
                      aria-label={isOpen ? t('scores.hide', { date }) : t('scores.show', { date })}
                      onClick={() => setOpen(isOpen ? null : score.cycleId)}
                    >
                      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
                        <path d={isOpen ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'} />
                      </svg>
                    </button>
                  )}
                </td>
              </tr>
              <tr id={`${id}-${score.cycleId}`} hidden={!isOpen}>
                <td colSpan={3} className={classes.items}>
                  {isOpen && <Items score={score} />}
                </td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Items({ score }: { score: OwnScore }) {
  const { t, i18n } = useTranslation();
  const { number } = useFormat();
  const known = (kind: 'items' | 'options', id: string) => (i18n.exists(`${kind}.${id}`) ? t(`${kind}.${id}` as 'items.energy') : id);
  return (
    <>
      {score.late && <p className={classes.late}>{t('scores.lateText')}</p>}
      <table className={classes.inner}>
        <thead>
          <tr>
            <th scope="col">{t('scores.question')}</th>
            <th scope="col">{t('scores.answer')}</th>
            <th scope="col" className={classes.number}>
              {t('scores.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{known('items', item.id)}</th>
              <td>{known('options', item.option)}</td>
              <td className={classes.number}>{number(item.points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
