import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelivery } from '../api/delivery';
import { call } from '../api/http';
import type { Answers, Cycle, Pulse, Receipt } from '../api/types';
import { useProblemText } from '../app/ProblemAlert';
import { goSignIn, useSignedIn } from '../app/session';
import { CommentField } from './CommentField';
import { type Sent, sendComment } from './comment';
import { answersDraft, commentDraft as commentDraftFor } from './draft';
import classes from './PulseForm.module.css';
import { Question } from './Question';

const FOR_A_SCORE = 3;

interface Props {
  cycle: Cycle;
  pulse: Pulse;
  onAcknowledged: (receipt: Receipt, answers: Answers, comment: Sent) => void;
  onCancel?: () => void;
}

/** The questions; what is chosen stays in the tab's draft until the service has acknowledged it. */
export function PulseForm({ cycle, pulse, onAcknowledged, onCancel }: Props) {
  const { t } = useTranslation();
  const { staffId } = useSignedIn();
  const problemText = useProblemText();
  const { instrument } = pulse;
  const draft = answersDraft(staffId, cycle.cycleId, instrument);
  const commentDraft = commentDraftFor(staffId, cycle.cycleId);
  const [restored] = useState(() => draft.read());
  const [answers, setAnswers] = useState<Answers>(restored ?? pulse.answer?.answers ?? {});
  const [comment, setComment] = useState(() => commentDraft.read() ?? pulse.comment ?? '');
  const [nothingChosen, setNothingChosen] = useState(false);
  const first = useRef<HTMLDivElement>(null);

  const { delivery, start, stop } = useDelivery(async () => {
    const receipt = await call<Receipt>(`/api/check-in/me/pulse/${encodeURIComponent(cycle.cycleId)}`, { method: 'PUT', json: { answers } });
    const sent = await sendComment(cycle.cycleId, pulse.comment, comment);
    draft.forget();
    commentDraft.forget();
    onAcknowledged(receipt, answers, sent);
    return receipt;
  });

  const done = Object.keys(answers).length;
  const count = instrument.items.length;
  const underWay = delivery.state === 'sending' || delivery.state === 'waiting';

  const choose = (item: string, option: string | undefined) => {
    const { [item]: _, ...others } = answers;
    const next = option === undefined ? others : { ...answers, [item]: option };
    setAnswers(next);
    setNothingChosen(false);
    draft.write(next);
  };

  const write = (text: string) => {
    setComment(text);
    commentDraft.write(text);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (done === 0) {
      setNothingChosen(true);
      first.current?.querySelector('input')?.focus();
      return;
    }
    draft.write(answers);
    start();
  };

  const cancel = () => {
    draft.forget();
    commentDraft.forget();
    onCancel?.();
  };

  return (
    <form onSubmit={submit} className={classes.form}>
      {restored !== null && Object.keys(restored).length > 0 && <Alert color="kelp">{t('pulse.draft')}</Alert>}
      <div className={classes.progress}>
        <Text fw={600} size="sm" aria-live="polite">
          {t('pulse.progress', { done, count })}
        </Text>
        <Progress.Root size="md" className={classes.bar ?? ''}>
          <Progress.Section value={(100 * done) / count} color="kelp" aria-label={t('pulse.progressLabel')} />
        </Progress.Root>
      </div>
      <div ref={first} className={classes.questions}>
        {instrument.items.map((item) => (
          <Question key={item.id} item={item} chosen={answers[item.id]} disabled={underWay} onChoose={(option) => choose(item.id, option)} />
        ))}
      </div>
      <CommentField notice={pulse.notice} text={comment} disabled={underWay} onWrite={write} />
      <div className={classes.end}>
        <Text size="sm" c="dimmed">
          {t('pulse.optional')}
        </Text>
        {done > 0 && done < FOR_A_SCORE && <Text size="sm">{t('pulse.few')}</Text>}
        <div role="alert">{nothingChosen && <Text c="red">{t('pulse.none')}</Text>}</div>
        <Group>
          <Button type="submit" size="lg" loading={delivery.state === 'sending'} disabled={delivery.state === 'waiting'}>
            {t('pulse.send')}
          </Button>
          {onCancel && !underWay && (
            <Button variant="subtle" size="lg" onClick={cancel}>
              {t('pulse.cancelChange')}
            </Button>
          )}
        </Group>
        {delivery.state === 'waiting' && (
          <Alert color="orange" title={delivery.because === 'busy' ? t('pulse.busy', { seconds: delivery.seconds }) : t('pulse.unreachable', { seconds: delivery.seconds })} role="group">
            <Text size="sm" mb="sm" role="alert">
              {t('pulse.kept')}
            </Text>
            <Group gap="sm">
              <Button size="sm" onClick={start}>
                {t('pulse.tryNow')}
              </Button>
              <Button size="sm" variant="default" onClick={stop}>
                {t('pulse.edit')}
              </Button>
            </Group>
          </Alert>
        )}
        {delivery.state === 'signed-out' && (
          <Alert color="orange" role="alert">
            <Text size="sm" mb="sm">
              {t('pulse.signedOut')}
            </Text>
            <Button onClick={goSignIn}>{t('app.signInAgain')}</Button>
          </Alert>
        )}
        {delivery.state === 'refused' && (
          <Alert color="red" role="alert" title={t('pulse.refused')}>
            {problemText(delivery.problem)}
          </Alert>
        )}
      </div>
    </form>
  );
}
