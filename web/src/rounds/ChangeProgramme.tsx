import { Alert, Button, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { MatchingProgramme } from '../api/types';
import { Form } from '../app/Form';
import { isConflict, useForm } from '../app/useForm';
import { Meanwhile } from '../setup/Meanwhile';
import { PROGRAMME_PATH, PROGRAMMES } from './useRounds';
import { numbersOf, sumOf, typedOf, WeightsTable } from './WeightsTable';
import { useProgrammeParts } from './words';

export const PROGRAMME_DRAFT = 'matching-programme';

/** Where HR changes how pairs are found; whatever is saved is a new version. */
export function ChangeProgramme({ current, onCancel }: { current: MatchingProgramme; onCancel: () => void }) {
  const { t } = useTranslation();
  const partsOf = useProgrammeParts();
  const queries = useQueryClient();
  const automaticText = useId();
  const [checked, setChecked] = useState(false);
  const form = useForm({
    name: PROGRAMME_DRAFT,
    initial: { version: current.version, ...typedOf(current), automatic: current.automatic },
    send: ({ version, automatic, ...typed }) => call<MatchingProgramme>(PROGRAMME_PATH, { method: 'PUT', json: { version, automatic, ...numbersOf(typed) } }),
    onSaved: (saved) => queries.setQueryData<MatchingProgramme[]>(PROGRAMMES, (known) => known && [...known.filter((each) => each.version < saved.version), saved]),
    onRefused: (error) => isConflict(error) && queries.invalidateQueries({ queryKey: PROGRAMMES }),
  });
  const { values } = form;
  // what was typed was typed in view of an older version
  const outdated = form.typed && current.version > values.version;
  const send = (box: Element, part: { version?: number } = {}) => {
    setChecked(true);
    if (sumOf(values) === 100) {
      form.save(part);
    } else {
      box.querySelector<HTMLElement>('tbody input')?.focus();
    }
  };
  return (
    <Form
      form={{
        ...form,
        submit: (event: FormEvent) => {
          event.preventDefault();
          send(event.currentTarget);
        },
        error: outdated && isConflict(form.error) ? null : form.error,
      }}
      buttons={
        outdated ? (
          <>
            <Button loading={form.pending} onClick={(event) => send(event.currentTarget.closest('form') ?? event.currentTarget, { version: current.version })}>
              {t('setup.saveMine')}
            </Button>
            <Button variant="default" onClick={form.discard}>
              {t('setup.takeTheirs')}
            </Button>
          </>
        ) : (
          <>
            <Button type="submit" loading={form.pending}>
              {t('matching.programme.save')}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                form.discard();
                onCancel();
              }}
            >
              {t('app.cancel')}
            </Button>
          </>
        )
      }
    >
      <WeightsTable
        columns={[
          { key: 'current', name: t('matching.weights.inForce'), typed: typedOf(current), change: null },
          {
            key: 'next',
            name: t('matching.weights.next'),
            typed: values,
            change: form.change,
            refused: checked,
            mistake: form.mistake('/weights'),
            timesMistake: form.mistake('/leastCommonTimes'),
          },
        ]}
      />
      <div>
        <Switch size="md" label={t('matching.programme.automatic')} aria-describedby={automaticText} checked={values.automatic} onChange={(event) => form.change({ automatic: event.currentTarget.checked })} />
        <Text id={automaticText} size="sm" c="dimmed">
          {t('matching.programme.automaticText')}
        </Text>
      </div>
      {outdated && (
        <Meanwhile title={t('matching.programme.meanwhile', { version: current.version })} theirs={partsOf(current)} yours={partsOf({ ...numbersOf(values), automatic: values.automatic })} />
      )}
      <div role="status">{form.saved && <Alert color="kelp">{t('matching.programme.saved', { version: form.saved.version })}</Alert>}</div>
    </Form>
  );
}
