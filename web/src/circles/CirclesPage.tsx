import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnCircle, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Introductions } from '../introductions/Introductions';
import { useProfile } from '../mentoring/useProfile';
import { useVocabulary } from '../mentoring/useVocabulary';
import { useSaid } from '../together/useSaid';
import { CircleEntry } from './CircleEntry';
import { OpenCircles } from './OpenCircles';
import { useCircles } from './useCircles';

const ORDER: Record<OwnCircle['state'], number> = { proposed: 0, active: 1, ended: 2, lapsed: 2, left: 2 };

/** The circles that the reader is or could be in. */
export default function CirclesPage() {
  const { t } = useTranslation();
  const circles = useCircles();
  const profile = useProfile();
  const vocabulary = useVocabulary();
  const all = [circles, profile, vocabulary];
  const failed = all.find((each) => each.isError && !each.data)?.error;
  return (
    <Page title={t('circles.title')}>
      <Text c="dimmed">{t('circles.about')}</Text>
      {circles.data && profile.data && vocabulary.data ? (
        <>
          <Parts circles={circles.data} takesPart={Boolean(profile.data.mentoring?.asPeer?.circle || profile.data.mentoring?.asPeer?.supervisionGroup)} words={vocabulary.data} />
          {profile.data.mentoring?.asPeer?.introductions && <Introductions words={vocabulary.data} />}
        </>
      ) : failed ? (
        <ProblemAlert error={failed} onRetry={() => all.forEach((each) => void each.refetch())} />
      ) : (
        <Loading height={200} />
      )}
    </Page>
  );
}

function Parts({ circles, takesPart, words }: { circles: OwnCircle[]; takesPart: boolean; words: Vocabulary }) {
  const { t } = useTranslation();
  const { said, say } = useSaid();
  return (
    <>
      <Card title={t('circles.mine')}>
        {said}
        {circles.length === 0 && (
          <div>
            <Text fw={600}>{t('circles.none')}</Text>
            {takesPart && <Text c="dimmed">{t('circles.noneText')}</Text>}
          </div>
        )}
        {!takesPart && (
          <Text>
            {t('circles.optIn')} <Link to="/mentoring">{t('circles.optInLink')}</Link>
          </Text>
        )}
        {circles.length > 0 && (
          <ul className={entries.list}>
            {circles
              .toSorted((one, other) => ORDER[one.state] - ORDER[other.state])
              .map((circle) => (
                <CircleEntry key={circle.circleId} circle={circle} words={words} onGone={say} />
              ))}
          </ul>
        )}
      </Card>
      {takesPart && <OpenCircles words={words} onJoined={say} />}
    </>
  );
}
