import { Badge, Button, Text } from '@mantine/core';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round, RoundFigures } from '../api/types';
import { Card } from '../app/Card';
import { isConflict } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { Refused } from './Refused';
import classes from './Rounds.module.css';
import { roundPath, useChange, useProgrammes } from './useRounds';
import { Verification } from './Verification';

interface Props {
  round: Round;
  /** Of the preview, once it is there: nobody publishes what they have not seen. */
  figures: RoundFigures | undefined;
  nameOf: (staffId: string) => string;
}

/** What a round takes in and goes by, and where it is refreshed, published, cancelled, or reckoned again. */
export function RoundState({ round, figures, nameOf }: Props) {
  const { t } = useTranslation();
  const { number, dayAndTime } = useFormat();
  const programmes = useProgrammes();
  const facts = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<'publish' | 'cancel' | null>(null);
  // the buttons that had the focus may be gone
  const change = useChange(round.roundId, () => {
    setAsking(null);
    facts.current?.focus();
  });
  const open = round.state === 'open';
  const newest = programmes.data?.at(-1)?.version ?? round.programme;
  const settle = (state: 'published' | 'cancelled') => change.mutate({ path: '/state', method: 'PUT', json: { state } });
  // what was refused would be refused again
  const asked = isConflict(change.error) ? null : asking;
  const ask = (what: typeof asking) => {
    change.reset();
    setAsking(asked === what ? null : what);
  };
  return (
    <Card>
      <div ref={facts} tabIndex={-1} className={classes.facts}>
        <Text>
          <Badge component="span" color={open ? 'kelp' : 'gray'} variant="light" tt="none" mr="xs">
            {t(`matching.rounds.states.${round.state}`)}
          </Badge>
          {t('matching.round.openedAt', { date: dayAndTime(round.openedAt) })} {round.publishedAt !== null && t('matching.round.publishedAt', { date: dayAndTime(round.publishedAt) })}
          {round.state === 'cancelled' && t('matching.round.cancelled')}
        </Text>
        <Text>{t('matching.round.people', { waiting: number(round.waiting), places: number(round.places) })}</Text>
        <Text>
          {t('matching.round.version', { version: round.programme })} {open && newest !== round.programme && t('matching.round.newer', { version: newest })}
        </Text>
      </div>
      {open && (
        <>
          <Text size="sm" c="dimmed">
            {t('matching.round.refreshText')}
          </Text>
          <div className={classes.buttons}>
            <Button aria-expanded={asked === 'publish'} disabled={figures === undefined || change.isPending} onClick={() => ask('publish')}>
              {t('matching.round.publish')}
            </Button>
            <Button variant="default" loading={change.isPending && change.variables.path === '/refresh'} disabled={change.isPending} onClick={() => change.mutate({ path: '/refresh', method: 'POST' })}>
              {t('matching.round.refresh')}
            </Button>
            {newest !== round.programme && (
              <Button variant="default" disabled={change.isPending} onClick={() => change.mutate({ path: '/programme', method: 'PUT', json: { version: newest } })}>
                {t('matching.round.weighBy', { version: newest })}
              </Button>
            )}
            <Button variant="subtle" aria-expanded={asked === 'cancel'} disabled={change.isPending} onClick={() => ask('cancel')}>
              {t('matching.round.cancel')}
            </Button>
          </div>
        </>
      )}
      {change.isError && <Refused error={change.error} round={round} nameOf={nameOf} onMended={() => ask(null)} />}
      {open && asked === 'publish' && figures && (
        <Confirmation
          title={t('matching.round.publish')}
          yes={t('matching.round.publishNow')}
          no={t('matching.round.notYet')}
          pending={change.isPending}
          onYes={() => settle('published')}
          onNo={() => ask(null)}
        >
          {t('matching.round.sent', { count: figures.matched })} {t('matching.round.left', { count: figures.unmatched })} {t('matching.round.final')}
        </Confirmation>
      )}
      {open && asked === 'cancel' && (
        <Confirmation
          title={t('matching.round.cancel')}
          yes={t('matching.round.cancelNow')}
          no={t('matching.round.keep')}
          pending={change.isPending}
          onYes={() => settle('cancelled')}
          onNo={() => ask(null)}
        >
          {t('matching.round.cancelText')}
        </Confirmation>
      )}
      {round.state === 'published' && <Verification path={roundPath(round.roundId)} text={t('matching.round.verifyText')} />}
    </Card>
  );
}

interface Asked {
  title: string;
  yes: string;
  no: string;
  pending: boolean;
  onYes: () => void;
  onNo: () => void;
  children: ReactNode;
}

/** Says what will happen, and asks once more. */
function Confirmation({ title, yes, no, pending, onYes, onNo, children }: Asked) {
  const text = useId();
  return (
    <div role="group" aria-label={title} className={classes.confirm}>
      <Text id={text}>{children}</Text>
      <div className={classes.buttons}>
        {/* the second half of a double click must not press it */}
        <Button loading={pending} aria-describedby={text} onClick={(event) => event.detail < 2 && onYes()}>
          {yes}
        </Button>
        <Button variant="default" disabled={pending} onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}
