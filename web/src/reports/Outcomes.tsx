import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutcomesReport, Rate } from '../api/reports';
import { Part, ReportTable } from './ReportTable';
import { Section } from './Section';
import { Times } from './Times';
import { useReport } from './useReports';
import { useReportWords } from './words';

/** What became of proposals and relationships. */
export function Outcomes({ month }: { month: string }) {
  const { t } = useTranslation();
  const answer = useReport<OutcomesReport>('outcomes', month);
  return (
    <Section title={t('reports.outcomes.title')} about={t('reports.outcomes.about')} answer={answer}>
      {({ report }) => (
        <>
          <Shares outcomes={report} month={month} />
          <Lasted lasted={report.lasted} month={month} />
        </>
      )}
    </Section>
  );
}

function Shares({ outcomes, month }: { outcomes: OutcomesReport; month: string }) {
  const { t } = useTranslation();
  const words = useReportWords();
  const row = (question: string, rate: Rate | null) => [
    question,
    ...(rate ? [words.share(rate.share), words.outOf(rate.share), words.period(rate)] : [t('reports.tooFew'), t('reports.notTold'), t('reports.notTold')]),
  ];
  return (
    <ReportTable
      title={t('reports.outcomes.shares')}
      file={`outcomes-${month}`}
      head={[t('reports.outcomes.question'), t('reports.outcomes.share'), t('reports.outcomes.outOf'), t('reports.outcomes.counted')]}
      rows={[row(t('reports.outcomes.begun'), outcomes.begun), row(t('reports.outcomes.stillLiving'), outcomes.stillLiving)]}
    />
  );
}

function Lasted({ lasted, month }: { lasted: OutcomesReport['lasted']; month: string }) {
  const { t } = useTranslation();
  const words = useReportWords();
  const title = t('reports.outcomes.lasted');
  return lasted ? (
    <Times title={title} file={`relationships-${month}`} columns={[{ name: t('reports.outcomes.ended'), people: words.people(lasted.people), when: words.period(lasted), days: lasted.days }]} />
  ) : (
    <Part title={title}>
      <Text>{t('reports.outcomes.noneEnded')}</Text>
    </Part>
  );
}
