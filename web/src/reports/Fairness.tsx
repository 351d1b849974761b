import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Breakdown, FairnessLine, FairnessReport } from '../api/reports';
import { useFormat } from '../i18n/format';
import { useLanguageName } from '../instruments/useLanguageName';
import classes from './Reports.module.css';
import { Part, ReportTable } from './ReportTable';
import { Section } from './Section';
import { useReport, useUnitName } from './useReports';
import { lastMonth, useReportWords } from './words';

const SERVICE: Record<string, 'underOne' | 'oneToThree' | 'threeToSeven' | 'sevenOrMore'> = { '<1': 'underOne', '1-3': 'oneToThree', '3-7': 'threeToSeven', '7+': 'sevenOrMore' };

/** Whether people in different parts of the agency find a mentor equally often, and one that fits equally well. */
export function Fairness({ month }: { month: string }) {
  const { t } = useTranslation();
  const answer = useReport<FairnessReport | null>('fairness', month);
  return (
    <Section title={t('reports.fairness.title')} about={t('reports.fairness.about')} answer={answer}>
      {({ report }) =>
        report ? (
          <Compared fairness={report} month={month} />
        ) : (
          <div>
            <Text fw={500}>{t('reports.fairness.none')}</Text>
            <Text>{t('reports.fairness.noneText')}</Text>
          </div>
        )
      }
    </Section>
  );
}

function Compared({ fairness, month }: { fairness: FairnessReport; month: string }) {
  const { t } = useTranslation();
  const { period } = useReportWords();
  const unit = useUnitName();
  const language = useLanguageName();
  const known = (name: (id: string) => string) => (id: string) => (id === 'unknown' ? t('reports.unknown') : name(id));
  const service = (years: string) => {
    const words = SERVICE[years];
    return words ? t(`reports.fairness.years.${words}`) : years;
  };
  return (
    <>
      <Text>
        {t('reports.fairness.counted', { period: period(fairness) })} {lastMonth(fairness.to) !== month && t('reports.fairness.old')}
      </Text>
      <Lines title={t('reports.fairness.units')} file={`units-${month}`} column={t('reports.fairness.unit')} breakdown={fairness.units} total={fairness.total} name={unit} />
      <Lines title={t('reports.fairness.service')} file={`service-${month}`} column={t('reports.fairness.serviceYears')} breakdown={fairness.service} total={fairness.total} name={known(service)} />
      <Lines title={t('reports.fairness.languages')} file={`languages-${month}`} column={t('reports.fairness.language')} breakdown={fairness.languages} total={fairness.total} name={known(language)} />
      <Text c="dimmed">{t('reports.fairness.caution')}</Text>
    </>
  );
}

interface Division {
  title: string;
  file: string;
  column: string;
  breakdown: Breakdown | null;
  total: FairnessLine;
  name: (id: string) => string;
}

function Lines({ title, file, column, breakdown, total, name }: Division) {
  const { t } = useTranslation();
  const { list, number } = useFormat();
  const { people, percent } = useReportWords();
  if (breakdown === null) {
    return (
      <Part title={title}>
        <Text>{t('reports.fairness.withheld')}</Text>
      </Part>
    );
  }
  const row = (of: string, line: FairnessLine) => [of, people(line.people), percent(line.matched), number(line.score)];
  return (
    <ReportTable
      title={title}
      file={file}
      head={[column, t('reports.fairness.people'), t('reports.fairness.matched'), t('reports.fairness.score')]}
      rows={[...breakdown.lines.map((line) => row(list(line.names.map(name)), line)), row(t('reports.fairness.all'), total)]}
    >
      <ul className={classes.said}>
        <li>{t(breakdown.sharesDiffer ? 'reports.fairness.sharesDiffer' : 'reports.fairness.sharesAlike')}</li>
        <li>{t(breakdown.scoresDiffer ? 'reports.fairness.scoresDiffer' : 'reports.fairness.scoresAlike')}</li>
      </ul>
    </ReportTable>
  );
}
