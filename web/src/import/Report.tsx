import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../api/types';
import { Card } from '../app/Card';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import classes from './Report.module.css';

/** What an import did or would do, and every row that it refused with its remedy. */
export function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const { list, number } = useFormat();
  return (
    <>
      <Card title={t('import.result')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.kind')}</th>
              <th scope="col">{t('import.accepted')}</th>
              <th scope="col">{t('import.changed')}</th>
              <th scope="col">{t('import.unchanged')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('import.staff')}</th>
              <td>{number(report.accepted)}</td>
              <td>{number(report.changed)}</td>
              <td>{number(report.unchanged)}</td>
            </tr>
            <tr>
              <th scope="row">{t('import.units')}</th>
              <td>{number(report.units.accepted)}</td>
              <td>{number(report.units.changed)}</td>
              <td>{number(report.units.unchanged)}</td>
            </tr>
          </tbody>
        </table>
        <dl className={classes.counts}>
          <div>
            <dt>{t('import.rows')}</dt>
            <dd>{number(report.rows)}</dd>
          </div>
          <div>
            <dt>{t('import.refused')}</dt>
            <dd>{number(report.refusedRows)}</dd>
          </div>
        </dl>
        {report.absent > 0 && <Text c="dimmed">{t('import.absent', { count: report.absent })}</Text>}
        {report.ignoredColumns.length > 0 && <Text c="dimmed">{t('import.ignored', { columns: list(report.ignoredColumns) })}</Text>}
      </Card>
      {report.refused.length > 0 && (
        <Card title={t('import.refusedTitle')}>
          <Text c="dimmed">{t('import.refusedText')}</Text>
          <Scroll label={t('import.refused')}>
            <table className={classes.refused}>
              <thead>
                <tr>
                  <th scope="col">{t('import.line')}</th>
                  <th scope="col">{t('import.column')}</th>
                  <th scope="col">{t('import.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {report.refused.map((row, index) => (
                  <tr key={`${row.line}-${row.column ?? ''}-${index}`}>
                    <th scope="row">{row.line}</th>
                    <td>{row.column ?? t('import.wholeRow')}</td>
                    <td>
                      {row.reason}
                      {row.remedy && <span className={classes.remedy}>{row.remedy}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {report.refused.length < report.refusedRows && <Text c="dimmed">{t('import.more', { count: report.refused.length })}</Text>}
        </Card>
      )}
    </>
  );
}
