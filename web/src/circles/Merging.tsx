import { Button, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CircleMerging, Vocabulary } from '../api/types';
import entries from '../app/Entries.module.css';
import { ProblemAlert } from '../app/ProblemAlert';
import { useFormat } from '../i18n/format';
import { Confirm } from '../together/Confirm';
import { CircleFacts } from './CircleFacts';
import classes from './Circles.module.css';
import { useCircleChange } from './useCircles';

/** What is proposed as a circle has too few members: to go on in another one, or that others come. */
export function Merging({ circleId, merging, words, onDone }: { circleId: string; merging: CircleMerging; words: Vocabulary; onDone: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const title = useId();
  const change = useCircleChange(onDone);
  const answer = (agree: boolean) => change.mutate({ path: `${encodeURIComponent(circleId)}/merging`, json: { agree } });
  const { agreed, coming, into } = merging;
  const date = moment(merging.answerBy);
  return (
    <div role="group" aria-labelledby={title} className={classes.merging}>
      <h4 id={title} className={entries.subtitle}>
        {t('circles.merging.title')}
      </h4>
      <Text>{coming === null ? t('circles.merging.move') : t('circles.merging.come', { count: coming })}</Text>
      {into !== null && <CircleFacts circle={into} words={words} />}
      <Text size="sm">{coming === null ? t(agreed ? 'circles.merging.youAgreed' : 'circles.merging.allAgree', { date }) : t('circles.merging.unless', { date })}</Text>
      {change.isError && <ProblemAlert error={change.error} />}
      <div className={entries.buttons}>
        {!agreed && (
          <Button loading={change.isPending} onClick={(event) => event.detail < 2 && answer(true)}>
            {t('circles.merging.yes')}
          </Button>
        )}
        <Confirm
          variant="default"
          label={t('circles.merging.no')}
          text={t(coming === null ? 'circles.merging.noText' : 'circles.merging.noTextCome')}
          yes={t('circles.merging.noNow')}
          no={t('circles.merging.back')}
          pending={change.isPending}
          onYes={() => answer(false)}
        />
      </div>
    </div>
  );
}
