import { useTranslation } from 'react-i18next';
import type { Spread } from '../api/reports';
import { ReportTable } from './ReportTable';
import { useReportWords } from './words';

export interface Lengths {
  /** Of what they are. */
  name: string;
  people: string;
  when: string;
  days: Spread | null;
}

/** How long things take, side by side. */
export function Times({ title, file, columns }: { title: string; file: string; columns: readonly Lengths[] }) {
  const { t } = useTranslation();
  const { time } = useReportWords();
  return (
    <ReportTable
      title={title}
      file={file}
      head={[t('reports.spread.measure'), ...columns.map(({ name }) => name)]}
      rows={[
        [t('reports.spread.people'), ...columns.map(({ people }) => people)],
        [t('reports.spread.when'), ...columns.map(({ when }) => when)],
        [t('reports.spread.median'), ...columns.map(({ days }) => time(days?.median))],
        [t('reports.spread.lower'), ...columns.map(({ days }) => time(days?.lowerQuartile))],
        [t('reports.spread.upper'), ...columns.map(({ days }) => time(days?.upperQuartile))],
      ]}
    />
  );
}
