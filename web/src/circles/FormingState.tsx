import { Alert, Badge, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/http';
import type { CircleForming, FormingPreview } from '../api/types';
import { Card } from '../app/Card';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { Verification } from '../rounds/Verification';
import { Confirm } from '../together/Confirm';
import classes from './Formings.module.css';
import { formingPath, useSettle } from './useFormings';

interface Props {
  forming: CircleForming;
  /** Of the preview, once it is there: nobody publishes what they have not seen. */
  figures: FormingPreview['figures'] | undefined;
}

/** What a forming goes by, and where it is published, cancelled, or reckoned again. */
export function FormingState({ forming, figures }: Props) {
  const { t } = useTranslation();
  const { number, dayAndTime } = useFormat();
  const facts = useRef<HTMLDivElement>(null);
  // the buttons that had the focus are gone
  const settle = useSettle(forming.formingId, () => facts.current?.focus());
  const { state } = forming;
  const pending = (wanted: typeof settle.variables) => settle.isPending && settle.variables === wanted;
  const old = settle.error instanceof Problem && settle.error.kind === 'forming-is-old';
  return (
    <Card>
      <div ref={facts} tabIndex={-1} className={classes.facts}>
        <Text>
          <Badge color={state === 'open' ? 'kelp' : 'gray'} variant="light" tt="none" mr="xs">
            {t(`matching.rounds.states.${state}`)}
          </Badge>
          {t('matching.round.openedAt', { date: dayAndTime(forming.openedAt) })} {forming.publishedAt !== null && t('matching.round.publishedAt', { date: dayAndTime(forming.publishedAt) })}
          {state === 'cancelled' && t('circles.forming.cancelled')}
        </Text>
        <Text>{t('circles.forming.takesIn', { count: forming.people, number: number(forming.people), kind: t(`circles.forming.kinds.${forming.kind}`) })}</Text>
        <Text>
          {t(forming.differentUnits ? 'circles.forming.isDifferentUnits' : 'circles.forming.isAnyUnits')} {t(forming.newCompany ? 'circles.forming.isNewCompany' : 'circles.forming.isAnyCompany')}
        </Text>
      </div>
      {old ? (
        <Alert color="orange" role="alert">
          {t('circles.forming.old')}
        </Alert>
      ) : (
        settle.isError && <ProblemAlert error={settle.error} />
      )}
      {state === 'open' && (
        <div className={classes.buttons}>
          <Confirm
            variant="filled"
            label={t('matching.round.publish')}
            text={t('circles.forming.publishText', { count: figures?.placed ?? 0 })}
            yes={t('matching.round.publishNow')}
            no={t('matching.round.notYet')}
            pending={pending('published')}
            disabled={settle.isPending || !figures?.circles}
            onYes={() => settle.mutate('published')}
          />
          <Confirm
            label={t('circles.forming.cancel')}
            text={t('circles.forming.cancelText')}
            yes={t('circles.forming.cancelNow')}
            no={t('circles.forming.keep')}
            pending={pending('cancelled')}
            disabled={settle.isPending}
            onYes={() => settle.mutate('cancelled')}
          />
        </div>
      )}
      {state === 'published' && <Verification path={formingPath(forming.formingId)} text={t('circles.forming.verifyText')} />}
    </Card>
  );
}
