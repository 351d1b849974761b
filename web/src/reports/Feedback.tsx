import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FeedbackReport } from '../api/reports';
import { useFormat } from '../i18n/format';
import { ReportTable } from './ReportTable';
import { Section } from './Section';
import { useFeedbackReport } from './useReports';
import { useReportWords } from './words';

const SIDES = ['mentee', 'mentor', 'supervisee'] as const;

/** What people think of their matches and supervision, by quarter. */
export function Feedback() {
  const { t } = useTranslation();
  const answer = useFeedbackReport();
  return (
    <Section title={t('reports.feedback.title')} about={t('reports.feedback.about')} answer={answer}>
      {(quarters) =>
        quarters.length === 0 ? (
          <div>
            <Text fw={500}>{t('reports.feedback.none')}</Text>
            <Text>{t('reports.feedback.noneText')}</Text>
          </div>
        ) : (
          SIDES.map((side) => <Side key={side} side={side} quarters={quarters.filter((each) => each.side === side)} />)
        )
      }
    </Section>
  );
}

function Side({ side, quarters }: { side: FeedbackReport['side']; quarters: readonly FeedbackReport[] }) {
  const { t } = useTranslation();
  const { decimal } = useFormat();
  const { month } = useReportWords();
  const items = quarters.find(({ means }) => means.length > 0)?.means.map(({ item }) => item) ?? [];
  if (quarters.length === 0) {
    return null;
  }
  const said = (means: FeedbackReport['means'], item: string) => {
    const found = means.find((each) => each.item === item);
    if (!found) {
      return t('reports.notTold');
    }
    const mean = decimal(found.mean);
    return found.beyond === null ? mean : t(`reports.feedback.${found.beyond}`, { mean });
  };
  return (
    <ReportTable
      title={t(`reports.feedback.sides.${side}`)}
      file={`feedback-${side}`}
      head={[t('reports.feedback.quarter'), t('reports.feedback.people'), ...items.map((item) => t(`together.feedback.items.${item}`, { defaultValue: item }))]}
      rows={quarters.map(({ quarter, people, means }) => [monthsOf(quarter, month, t), peopleText(people, t), ...items.map((item) => said(means, item))])}
    />
  );
}

function peopleText(people: string | null, t: TFunction): string {
  const [from, to] = people?.split('-') ?? [];
  return from === undefined || to === undefined ? t('reports.fewPeople') : t('reports.band', { from, to });
}

/** A quarter such as 2026-Q2 as its first and its last month. */
function monthsOf(quarter: string, month: (month: string) => string, t: TFunction): string {
  const year = quarter.slice(0, 4);
  const last = 3 * Number(quarter.slice(-1));
  const named = (number: number) => month(`${year}-${String(number).padStart(2, '0')}`);
  return t('reports.band', { from: named(last - 2), to: named(last) });
}
