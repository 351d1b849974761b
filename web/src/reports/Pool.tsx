import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Amount, Band, PoolReport, Supply } from '../api/reports';
import { useFormat } from '../i18n/format';
import { useVocabulary } from '../mentoring/useVocabulary';
import { Part, ReportTable } from './ReportTable';
import { Section } from './Section';
import { Times } from './Times';
import { useReport } from './useReports';
import { useReportWords } from './words';

/** Who waits for a mentor and what is free, by place and by skill. */
export function Pool({ month }: { month: string }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const answer = useReport<PoolReport>('pool', month);
  return (
    <Section title={t('reports.pool.title')} about={t('reports.pool.about')} answer={answer}>
      {({ report, madeAt }) => (
        <>
          <Text>{t('reports.pool.stood', { date: day(madeAt) })}</Text>
          <Overview pool={report} month={month} />
          <Places pool={report} month={month} />
          <Skills pool={report} month={month} />
          <Waiting pool={report} month={month} />
        </>
      )}
    </Section>
  );
}

interface Shown {
  pool: PoolReport;
  month: string;
}

function Overview({ pool, month }: Shown) {
  const { t } = useTranslation();
  const words = useReportWords();
  const old = [pool.waiting, pool.free, ...pool.places, ...pool.skills.flatMap(({ waiting, free }) => [waiting, free])].some(({ asOf }) => asOf !== month);
  const few = [pool.waiting, ...pool.skills.map(({ waiting }) => waiting)].some(({ about }) => about.from === 0);
  return (
    <ReportTable
      title={t('reports.pool.overview')}
      file={`pool-${month}`}
      head={[t('reports.pool.what'), t('reports.pool.howMany'), t('reports.pool.asOf')]}
      rows={[
        [t('reports.pool.waiting'), words.people(pool.waiting.about), words.month(pool.waiting.asOf)],
        [t('reports.pool.free'), words.places(pool.free.about), words.month(pool.free.asOf)],
      ]}
    >
      {few && <Text>{t('reports.pool.few')}</Text>}
      {old && <Text>{t('reports.pool.old')}</Text>}
    </ReportTable>
  );
}

function Places({ pool, month }: Shown) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const words = useReportWords();
  const supply = useSupply();
  const title = t('reports.pool.byPlace');
  if (pool.places.length === 0) {
    return (
      <Part title={title}>
        <Text>{t('reports.pool.noPlaces')}</Text>
      </Part>
    );
  }
  return (
    <ReportTable
      title={title}
      file={`places-${month}`}
      head={[t('reports.pool.place'), t('reports.pool.people'), t('reports.pool.places'), t('reports.pool.supply'), t('reports.pool.asOf')]}
      rows={pool.places.map((place) => [list(place.names.map((name) => (name === 'unknown' ? t('reports.unknown') : name))), words.people(place.waiting), words.places(place.free), supply(place.supply, place.free), words.month(place.asOf)])}
    >
      <Text>{t('reports.pool.together')}</Text>
    </ReportTable>
  );
}

function Skills({ pool, month }: Shown) {
  const { t } = useTranslation();
  const words = useReportWords();
  const supply = useSupply();
  const vocabulary = useVocabulary();
  const title = t('reports.pool.bySkill');
  const label = (id: string) => vocabulary.data?.tags.find((tag) => tag.id === id)?.label ?? id;
  const asOf = (waiting: Amount, free: Amount) =>
    waiting.asOf === free.asOf ? words.month(waiting.asOf) : t('reports.pool.asOfBoth', { waiting: words.month(waiting.asOf), free: words.month(free.asOf) });
  if (pool.skills.length === 0) {
    return (
      <Part title={title}>
        <Text>{t('reports.pool.noSkills')}</Text>
      </Part>
    );
  }
  return (
    <ReportTable
      title={title}
      file={`skills-${month}`}
      head={[t('reports.pool.skill'), t('reports.pool.people'), t('reports.pool.places'), t('reports.pool.supply'), t('reports.pool.asOf')]}
      rows={pool.skills.map(({ name, waiting, free, supply: compared }) => [label(name), words.people(waiting.about), words.places(free.about), supply(compared, free.about), asOf(waiting, free)])}
    >
      <Text>{t('reports.pool.several')}</Text>
    </ReportTable>
  );
}

function Waiting({ pool, month }: Shown) {
  const { t } = useTranslation();
  const words = useReportWords();
  const { waiting, waitingFor, found } = pool;
  return (
    <Times
      title={t('reports.pool.times')}
      file={`waiting-times-${month}`}
      columns={[
        { name: t('reports.pool.stillWaiting'), people: words.people(waiting.about), when: words.month(waiting.asOf), days: waitingFor },
        {
          name: t('reports.pool.found'),
          people: found ? words.people(found.people) : t('reports.tooFew'),
          when: found ? words.period(found) : t('reports.notTold'),
          days: found?.days ?? null,
        },
      ]}
    />
  );
}

/** Few mentors may have many places, which are then not told. */
function useSupply(): (supply: Supply, free: Band) => string {
  const { t } = useTranslation();
  return (supply, free) => t(supply === 'tooFew' && free.from === 0 ? 'reports.supply.tooFewKnown' : `reports.supply.${supply}`);
}
