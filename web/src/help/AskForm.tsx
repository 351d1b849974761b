import { Alert, Button, Checkbox, NativeSelect, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { HelpKind, HelpOptions, OwnHelpRequest, Urgency } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import { Crisis } from './Crisis';
import classes from './HelpPage.module.css';
import { newId } from '../api/newId';

const URGENCIES: Urgency[] = ['can-wait', 'soon', 'urgent'];

/** Whom to ask, how soon, in one's own words, and whom it may go on to when nobody reacts. */
export function AskForm({ options }: { options: HelpOptions['options'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const possible = options.filter((option) => option.people.length > 0 || option.group);
  const [kind, setKind] = useState<HelpKind | null>(possible[0]?.kind ?? null);
  const [person, setPerson] = useState('');
  const [urgency, setUrgency] = useState<Urgency>('soon');
  const [words, setWords] = useState('');
  const [goesOnTo, setGoesOnTo] = useState<HelpKind[]>([]);
  const [wordsGoOn, setWordsGoOn] = useState(false);
  // one id for one request, however often it has to be sent
  const [requestId, setRequestId] = useState(() => newId());
  const ask = useMutation({
    mutationFn: () =>
      call<OwnHelpRequest>(`/api/check-in/me/help-requests/${requestId}`, {
        method: 'PUT',
        json: { to: { kind, personId: person || null }, urgency, words: words.trim() || null, goesOnTo: goesOnTo.map((next) => ({ kind: next, personId: null })), wordsGoOn },
      }),
    onSuccess: () => {
      setWords('');
      setGoesOnTo([]);
      setWordsGoOn(false);
      setRequestId(newId());
      return queries.invalidateQueries({ queryKey: ['own-help'] });
    },
  });
  const chosen = possible.find((option) => option.kind === kind);
  if (kind === null || chosen === undefined) {
    return <Text>{t('help.nobody')}</Text>;
  }
  const later = possible.filter((option) => option.kind !== kind && option.kind !== 'peer');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        label={t('help.whom')}
        data={possible.map((option) => ({ value: option.kind, label: t(`help.kinds.${option.kind}`) }))}
        value={kind}
        onChange={(event) => {
          setKind(event.currentTarget.value as HelpKind);
          setPerson('');
          setGoesOnTo([]);
        }}
      />
      {(chosen.group || chosen.people.length > 1) && (
        <NativeSelect
          label={t('help.who')}
          required={!chosen.group}
          data={[{ value: '', label: chosen.group ? t('help.anyone') : t('help.choose') }, ...chosen.people.map((each) => ({ value: each.staffId, label: each.displayName }))]}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
      )}
      {!chosen.group && chosen.people.length === 1 && <Text size="sm">{t('help.goesTo', { name: chosen.people[0]?.displayName })}</Text>}
      <NativeSelect
        label={t('help.urgency')}
        description={t('help.within', { hours: Math.round((chosen.reactWithin[urgency] ?? 0) / 60) })}
        data={URGENCIES.map((each) => ({ value: each, label: t(`help.urgencies.${each}`) }))}
        value={urgency}
        onChange={(event) => setUrgency(event.currentTarget.value as Urgency)}
      />
      <Textarea label={t('help.words')} description={t('help.wordsHint')} rows={4} maxLength={4000} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      {later.length > 0 && (
        <fieldset className={classes.later}>
          <legend>{t('help.later')}</legend>
          {later.map((option) => (
            <Checkbox
              key={option.kind}
              label={t(`help.kinds.${option.kind}`)}
              checked={goesOnTo.includes(option.kind)}
              onChange={(event) => setGoesOnTo(event.currentTarget.checked ? [...goesOnTo, option.kind] : goesOnTo.filter((other) => other !== option.kind))}
              classNames={{ body: classes.choice ?? '' }}
            />
          ))}
          {goesOnTo.length > 0 && <Checkbox label={t('help.wordsGoOn')} checked={wordsGoOn} onChange={(event) => setWordsGoOn(event.currentTarget.checked)} classNames={{ body: classes.choice ?? '' }} />}
        </fieldset>
      )}
      {ask.isError && <ProblemAlert error={ask.error} />}
      <div role="status">
        {ask.isSuccess && (
          <>
            <Alert color="kelp">{t('help.asked')}</Alert>
            {ask.data.crisis.length > 0 && <Crisis title={t('help.crisis')} resources={ask.data.crisis} />}
          </>
        )}
      </div>
      <div>
        <Button type="submit" size="md" loading={ask.isPending}>
          {t('help.send')}
        </Button>
      </div>
    </form>
  );
}
