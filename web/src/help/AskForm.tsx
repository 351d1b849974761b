import { Alert, Button, Checkbox, NativeSelect, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { newId } from '../api/newId';
import type { HelpKind, HelpOptions, OwnHelpRequest, Urgency } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import { Crisis } from './Crisis';
import classes from './HelpPage.module.css';

const URGENCIES: Urgency[] = ['can-wait', 'soon', 'urgent'];

/** Whom to ask, how soon, in one's own words, and whom it may go on to when nobody reacts. */
export function AskForm({ options }: { options: HelpOptions['options'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const possible = options.filter((option) => option.people.length > 0 || option.group);
  // one id for one request, however often it has to be sent
  const [requestId, setRequestId] = useState(() => newId());
  const form = useForm({
    name: 'help-request',
    initial: { requestId, kind: possible[0]?.kind ?? ('peer' as HelpKind), person: '', urgency: 'soon' as Urgency, words: '', goesOnTo: [] as HelpKind[], wordsGoOn: false },
    send: (request) =>
      call<OwnHelpRequest>(`/api/check-in/me/help-requests/${request.requestId}`, {
        method: 'PUT',
        json: {
          to: { kind: request.kind, personId: request.person || null },
          urgency: request.urgency,
          words: request.words.trim() || null,
          goesOnTo: request.goesOnTo.map((next) => ({ kind: next, personId: null })),
          wordsGoOn: request.wordsGoOn,
        },
      }),
    onSaved: () => {
      setRequestId(newId());
      return queries.invalidateQueries({ queryKey: ['own-help'] });
    },
  });
  const { kind, person, urgency, words, goesOnTo, wordsGoOn } = form.values;
  const chosen = possible.find((option) => option.kind === kind);
  if (chosen === undefined) {
    return <Text>{t('help.nobody')}</Text>;
  }
  const later = possible.filter((option) => option.kind !== kind && option.kind !== 'peer');
  return (
    <Form
      form={form}
      buttons={
        <Button type="submit" size="md" loading={form.pending}>
          {t('help.send')}
        </Button>
      }
    >
      <NativeSelect
        label={t('help.whom')}
        data={possible.map((option) => ({ value: option.kind, label: t(`help.kinds.${option.kind}`) }))}
        value={kind}
        error={form.mistake('/to/kind')}
        onChange={(event) => form.change({ kind: event.currentTarget.value as HelpKind, person: '', goesOnTo: [] })}
      />
      {(chosen.group || chosen.people.length > 1) && (
        <NativeSelect
          label={t('help.who')}
          required={!chosen.group}
          data={[{ value: '', label: chosen.group ? t('help.anyone') : t('help.choose') }, ...chosen.people.map((each) => ({ value: each.staffId, label: each.displayName }))]}
          value={person}
          error={form.mistake('/to/personId')}
          onChange={(event) => form.change({ person: event.currentTarget.value })}
        />
      )}
      {!chosen.group && chosen.people.length === 1 && <Text size="sm">{t('help.goesTo', { name: chosen.people[0]?.displayName })}</Text>}
      <NativeSelect
        label={t('help.urgency')}
        description={t('help.within', { hours: Math.round((chosen.reactWithin[urgency] ?? 0) / 60) })}
        data={URGENCIES.map((each) => ({ value: each, label: t(`help.urgencies.${each}`) }))}
        value={urgency}
        error={form.mistake('/urgency')}
        onChange={(event) => form.change({ urgency: event.currentTarget.value as Urgency })}
      />
      <Textarea label={t('help.words')} description={t('help.wordsHint')} rows={4} maxLength={4000} value={words} error={form.mistake('/words')} onChange={(event) => form.change({ words: event.currentTarget.value })} />
      {later.length > 0 && (
        <fieldset className={classes.later}>
          <legend>{t('help.later')}</legend>
          {later.map((option) => (
            <Checkbox
              key={option.kind}
              label={t(`help.kinds.${option.kind}`)}
              checked={goesOnTo.includes(option.kind)}
              onChange={(event) => form.change({ goesOnTo: event.currentTarget.checked ? [...goesOnTo, option.kind] : goesOnTo.filter((other) => other !== option.kind) })}
              classNames={{ body: classes.choice ?? '' }}
            />
          ))}
          {goesOnTo.length > 0 && <Checkbox label={t('help.wordsGoOn')} checked={wordsGoOn} onChange={(event) => form.change({ wordsGoOn: event.currentTarget.checked })} classNames={{ body: classes.choice ?? '' }} />}
        </fieldset>
      )}
      <div role="status">
        {form.saved && (
          <>
            <Alert color="kelp">{t('help.asked')}</Alert>
            {form.saved.crisis.length > 0 && <Crisis title={t('help.crisis')} resources={form.saved.crisis} />}
          </>
        )}
      </div>
    </Form>
  );
}
