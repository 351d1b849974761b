import { Alert, Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { OwnFeedback } from '../api/types';
import { Card } from '../app/Card';
import { Form } from '../app/Form';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useForm } from '../app/useForm';
import { useFormat } from '../i18n/format';
import classes from './Together.module.css';
import { type Gathering, pathOf, useFeedback } from './useTogether';

const SCALE = [1, 2, 3, 4, 5];

/** What the reader thinks of what they share, which nobody else sees. */
export function Feedback({ gathering }: { gathering: Gathering }) {
  const { t } = useTranslation();
  const path = `${pathOf(gathering)}/feedback`;
  const { data, isPending, error, refetch } = useFeedback(path);
  return (
    <Card title={t('together.feedback.title')}>
      <Text c="dimmed">{t('together.feedback.about')}</Text>
      {isPending && <Loading height={160} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && <Answers path={path} own={data} />}
    </Card>
  );
}

function Answers({ path, own }: { path: string; own: OwnFeedback }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const form = useForm({
    name: `feedback.${path}`,
    initial: { answers: own.answers ?? {} },
    send: ({ answers }) => call<OwnFeedback>(path, { method: 'PUT', json: { answers } }),
    onSaved: (saved) => queries.setQueryData([path], saved),
  });
  const { answers } = form.values;
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" size="md" loading={form.pending}>
          {t(own.answers === null ? 'together.feedback.give' : 'together.feedback.change')}
        </Button>
      }
    >
      {own.items.map((item) => (
        <Scale key={item} text={t(`together.feedback.items.${item}`, { defaultValue: item })} chosen={answers[item]} onChoose={(value) => form.change({ answers: { ...answers, [item]: value } })} />
      ))}
      {form.mistake('/answers') !== null && (
        <Text c="red" size="sm">
          {form.mistake('/answers')}
        </Text>
      )}
      <div role="status">
        {form.saved ? <Alert color="kelp">{t('together.feedback.saved')}</Alert> : own.givenAt !== null && <Text size="sm">{t('together.feedback.given', { date: day(own.givenAt) })}</Text>}
      </div>
    </Form>
  );
}

function Scale({ text, chosen, onChoose }: { text: string; chosen: number | undefined; onChoose: (value: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className={classes.scale} aria-describedby={`${id}-ends`}>
      <legend>{text}</legend>
      <div className={classes.options}>
        {SCALE.map((value) => (
          <label key={value} className={classes.option}>
            <input type="radio" name={id} value={value} required checked={chosen === value} onChange={() => onChoose(value)} className={classes.radio} />
            {value}
          </label>
        ))}
      </div>
      <div id={`${id}-ends`} className={classes.ends}>
        <span>{t('together.feedback.least')}</span> <span>{t('together.feedback.most')}</span>
      </div>
    </fieldset>
  );
}
