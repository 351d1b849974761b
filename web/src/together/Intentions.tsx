import { Badge, Button, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { newId } from '../api/newId';
import type { Agreement, SharedGoal } from '../api/types';
import entries from '../app/Entries.module.css';
import { Form } from '../app/Form';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { SaveOrCancel } from '../app/SaveOrCancel';
import { useForm, useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import classes from './Together.module.css';
import { noonOf } from './times';
import { useIntentions } from './useTogether';

type Intention = SharedGoal | Agreement;
type Kind = 'goal' | 'agreement';

const MARKS = { goal: ['reached', 'dropped'], agreement: ['kept', 'not-kept'] } as const;

const idOf = (intention: Intention) => ('goalId' in intention ? intention.goalId : intention.agreementId);
const dueOf = (intention: Intention) => ('due' in intention ? intention.due : null);

interface Shared {
  of: Kind;
  path: string;
  /** Whether something new can be agreed. */
  living: boolean;
}

/** Goals, or what was agreed in a session: each says where it stands, and only who wrote it rewords it. */
export function Intentions({ of, path, living }: Shared) {
  const { t } = useTranslation();
  const title = useId();
  const { data, isPending, error, refetch } = useIntentions(path);
  const name = `intention.${path}`;
  const [adding, setAdding] = useState(useIsTyped(name));
  const [id, setId] = useState(newId);
  const opener = useRef<HTMLButtonElement>(null);
  const done = () => {
    setAdding(false);
    setId(newId());
    // it is there again once the form is gone
    window.setTimeout(() => opener.current?.focus());
  };
  return (
    <section className={classes.part} {...(of === 'agreement' && { 'aria-labelledby': title })}>
      {of === 'agreement' && (
        <h4 id={title} className={entries.subtitle}>
          {t('together.agreements')}
        </h4>
      )}
      {isPending && <Loading height={60} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t(of === 'goal' ? 'together.noGoals' : 'together.noAgreements')}</Text>}
      {data && data.length > 0 && (
        <ul className={entries.list}>
          {data
            .toSorted((one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'))
            .map((intention) => (
              <Entry key={idOf(intention)} intention={intention} of={of} path={path} living={living} />
            ))}
        </ul>
      )}
      {data &&
        living &&
        (adding ? (
          <Wording of={of} path={path} name={name} initial={{ id, text: '', due: '' }} label={t(of === 'goal' ? 'together.addGoal' : 'together.addAgreement')} onDone={done} />
        ) : (
          <div>
            <Button ref={opener} variant="default" onClick={() => setAdding(true)}>
              {t(of === 'goal' ? 'together.newGoal' : 'together.newAgreement')}
            </Button>
          </div>
        ))}
    </section>
  );
}

function Entry({ intention, of, path, living }: Shared & { intention: Intention }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const keep = useKeep(path);
  const item = useRef<HTMLLIElement>(null);
  const id = idOf(intention);
  const due = dueOf(intention);
  const { state } = intention;
  const name = `intention.${id}`;
  const [rewording, setRewording] = useState(useIsTyped(name));
  const mark = useMutation({
    mutationFn: (wanted: Intention['state']) => call<Intention>(`${path}/${id}/state`, { method: 'PUT', json: { state: wanted } }),
    onSuccess: (changed) => {
      keep(changed);
      // it may be in another place now
      item.current?.focus();
    },
  });
  const done = () => {
    setRewording(false);
    item.current?.focus();
  };
  return (
    <li ref={item} tabIndex={-1} className={classes.intention} data-over={state !== 'open' || undefined}>
      {rewording ? (
        <Wording of={of} path={path} name={name} initial={{ id, text: intention.text, due: due ?? '' }} label={t('together.saveWords')} onDone={done} />
      ) : (
        <>
          <div>
            <span className={classes.words}>{intention.text}</span>{' '}
            <Badge color={state === 'reached' || state === 'kept' ? 'kelp' : 'gray'} variant="light" tt="none">
              {t(`together.states.${state}`)}
            </Badge>
          </div>
          <span className={classes.small}>
            {intention.mine ? t('together.byYou') : t('together.by', { name: intention.by.displayName ?? t('mentoring.gone') })}
            {due !== null && ` · ${t('together.due', { date: day(noonOf(due)) })}`}
          </span>
          {mark.isError && <ProblemAlert error={mark.error} />}
          <div className={entries.buttons}>
            {(state === 'open' ? MARKS[of] : (['open'] as const)).map((wanted) => (
              <Button key={wanted} size="xs" variant="default" loading={mark.isPending && mark.variables === wanted} disabled={mark.isPending} onClick={() => mark.mutate(wanted)}>
                {t(`together.marks.${wanted}`)}
              </Button>
            ))}
            {intention.mine && living && (
              <Button size="xs" variant="subtle" onClick={() => setRewording(true)}>
                {t('together.reword')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

interface Writing {
  of: Kind;
  path: string;
  name: string;
  initial: { id: string; text: string; due: string };
  label: string;
  onDone: () => void;
}

function Wording({ of, path, name, initial, label, onDone }: Writing) {
  const { t } = useTranslation();
  const keep = useKeep(path);
  const form = useForm({
    name,
    initial,
    send: ({ id, text, due }) => call<Intention>(`${path}/${id}`, { method: 'PUT', json: of === 'goal' ? { text, due: due || null } : { text } }),
    onSaved: (saved) => {
      keep(saved);
      onDone();
    },
  });
  return (
    <Form
      form={form}
      buttons={<SaveOrCancel form={form} label={label} size="sm" onCancel={onDone} />}
    >
      <Textarea
        size="md"
        label={t(of === 'goal' ? 'together.goal' : 'together.agreement')}
        required
        rows={2}
        maxLength={1000}
        value={form.values.text}
        error={form.mistake('/text')}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
      />
      {of === 'goal' && (
        <TextInput
          type="date"
          size="md"
          className={classes.narrow ?? ''}
          label={t('together.dueOptional')}
          value={form.values.due}
          error={form.mistake('/due')}
          onChange={(event) => form.change({ due: event.currentTarget.value })}
        />
      )}
    </Form>
  );
}

/** Puts what was changed in its place, or at the end what is new. */
function useKeep(path: string): (changed: Intention) => void {
  const queries = useQueryClient();
  return (changed) =>
    queries.setQueryData<Intention[]>([path], (known) =>
      known && (known.some((each) => idOf(each) === idOf(changed)) ? known.map((each) => (idOf(each) === idOf(changed) ? changed : each)) : [...known, changed]),
    );
}
