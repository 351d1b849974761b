import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { Cycle, GivenAnswer, Pulse, Receipt } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { useFormat } from '../i18n/format';
import type { Sent } from './comment';
import { CommentSent } from './CommentSent';
import { answersDraft, commentDraft } from './draft';
import { OwnScore } from './OwnScore';
import { PrivacyNotice } from './PrivacyNotice';
import { PulseForm } from './PulseForm';

/** Two minutes a week: read what happens with the answers, answer, be thanked. */
export default function PulsePage() {
  const { t, i18n } = useTranslation();
  const pulse = useQuery({
    queryKey: ['pulse', i18n.language],
    queryFn: ({ signal }) => call<Pulse>('/api/check-in/me/pulse', { signal }),
    refetchOnWindowFocus: false,
    placeholderData: (previous) => previous, // another language must not unmount a half-filled form
  });
  return (
    <Page title={t('pulse.title')}>
      {pulse.isPending && <Loading />}
      {pulse.isError && !pulse.data && <ProblemAlert error={pulse.error} onRetry={() => void pulse.refetch()} />}
      {pulse.data && (pulse.data.cycle === null ? <NoPulse /> : <OpenPulse key={pulse.data.cycle.cycleId} pulse={pulse.data} cycle={pulse.data.cycle} />)}
    </Page>
  );
}

function OpenPulse({ pulse, cycle }: { pulse: Pulse; cycle: Cycle }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { staffId } = useSignedIn();
  const queries = useQueryClient();
  const [sent, setSent] = useState<{ receipt: Receipt; comment: Sent } | null>(null);
  const [changing, setChanging] = useState(() => answersDraft(staffId, cycle.cycleId, pulse.instrument).read() !== null || commentDraft(staffId, cycle.cycleId).read() !== null);

  if (sent !== null) {
    return <Thanks receipt={sent.receipt} comment={sent.comment} cycle={cycle} onChange={() => setSent(null)} />;
  }
  if (pulse.answer !== null && !changing) {
    return <Answered answer={pulse.answer} comment={pulse.comment} cycle={cycle} onChange={() => setChanging(true)} />;
  }
  return (
    <>
      <Text c="dimmed">
        {t('pulse.openUntil', { date: moment(cycle.closesAt) })} · {t('pulse.minutes', { count: pulse.instrument.minutes })}
      </Text>
      <PrivacyNotice notice={pulse.notice} />
      <PulseForm
        cycle={cycle}
        pulse={pulse}
        onAcknowledged={(acknowledged, answers, comment) => {
          setSent({ receipt: acknowledged, comment });
          setChanging(true);
          const answer: GivenAnswer = { answers, score: acknowledged.score, answeredAt: acknowledged.answeredAt };
          queries.setQueriesData<Pulse>({ queryKey: ['pulse'] }, (known) => known && { ...known, answer, comment: comment.text });
          void queries.invalidateQueries({ queryKey: ['scores'] });
        }}
        {...(pulse.answer === null ? {} : { onCancel: () => setChanging(false) })}
      />
    </>
  );
}

function Thanks({ receipt, comment, cycle, onChange }: { receipt: Receipt; comment: Sent; cycle: Cycle; onChange: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    box.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Card title={t('pulse.thanks')}>
        <Text>{t('pulse.stored')}</Text>
        <OwnScore score={receipt.score} />
        {receipt.late && <Text>{t('pulse.late')}</Text>}
        <Text>{receipt.late ? t('pulse.privacyLate') : t('pulse.privacy', { until: moment(cycle.closesAt) })}</Text>
        <CommentSent sent={comment} />
        <Next onChange={onChange} />
      </Card>
    </div>
  );
}

function Answered({ answer, comment, cycle, onChange }: { answer: GivenAnswer; comment: string | null; cycle: Cycle; onChange: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return (
    <Card title={t('pulse.answered')}>
      <Text>{t('pulse.answeredAt', { date: moment(answer.answeredAt), until: moment(cycle.closesAt) })}</Text>
      <OwnScore score={answer.score} />
      {comment !== null && (
        <Text style={{ whiteSpace: 'pre-line' }}>
          {t('pulse.comment.yours')} {comment}
        </Text>
      )}
      <Next onChange={onChange} />
    </Card>
  );
}

function Next({ onChange }: { onChange: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Button component={Link} to="/scores" size="md">
        {t('pulse.toScores')}
      </Button>
      <Button variant="default" size="md" onClick={onChange}>
        {t('pulse.change')}
      </Button>
    </Group>
  );
}

function NoPulse() {
  const { t } = useTranslation();
  return (
    <Empty title={t('pulse.closed')} text={t('pulse.closedText')}>
      <Text fw={600}>{t('pulse.meanwhile')}</Text>
      <Button component={Link} to="/scores" size="md" variant="default">
        {t('pulse.meanwhileScores')}
      </Button>
      <Button component={Link} to="/mentoring" size="md" variant="default">
        {t('pulse.meanwhileMentoring')}
      </Button>
    </Empty>
  );
}
