import { Button, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { MatchingProgramme, Round, RoundFigures, RoundPreview } from '../api/types';
import { Form } from '../app/Form';
import { isConflict, useForm } from '../app/useForm';
import { CompareResults } from './CompareResults';
import { Refused } from './Refused';
import classes from './Rounds.module.css';
import { roundPath, useNamesIn } from './useRounds';
import { numbersOf, sumOf, typedOf, type Weighing, WeightsTable } from './WeightsTable';

const MOST = 3;

interface Alternative extends Weighing {
  name: string;
}

interface Compared {
  alternatives: Alternative[];
  results: RoundFigures[];
  /** What the round would have brought then. */
  before: RoundPreview;
}

/** Up to three other ways of weighing, and what the round would bring by each. */
export function Compare({ round, preview, programme }: { round: Round; preview: RoundPreview; programme: MatchingProgramme }) {
  const { t } = useTranslation();
  const nameOf = useNamesIn(round, preview);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [checked, setChecked] = useState(false);
  /** Under the first name that is free. */
  const another = (present: readonly Alternative[]): Alternative => {
    const names = Array.from({ length: MOST }, (_, index) => t('matching.compare.alternative', { number: index + 1 }));
    return { name: names.find((name) => !present.some((each) => each.name === name)) ?? '', ...typedOf(programme) };
  };
  const form = useForm({
    name: `comparison.${round.roundId}`,
    initial: { alternatives: compared?.alternatives ?? [another([])] },
    send: ({ alternatives }) =>
      call<RoundFigures[]>(`${roundPath(round.roundId)}/comparison`, { method: 'POST', json: { alternatives: alternatives.map((each) => ({ name: each.name, ...numbersOf(each) })) } }),
    onSaved: (results, { alternatives }) => setCompared({ alternatives, results, before: preview }),
  });
  const { alternatives } = form.values;
  const changeAt = (index: number) => (part: Partial<Alternative>) => form.change({ alternatives: alternatives.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const wrong = alternatives.findIndex((each) => sumOf(each) !== 100);
    if (wrong === -1) {
      setChecked(false);
      form.save();
    } else {
      event.currentTarget.querySelectorAll<HTMLElement>('tbody tr:first-child input')[wrong]?.focus();
    }
  };
  const columns = alternatives.map((each, index) => ({
    key: String(index),
    name: each.name,
    title: (
      <div className={classes.alternative}>
        <TextInput
          aria-label={t('matching.compare.name', { number: index + 1 })}
          required
          maxLength={100}
          value={each.name}
          error={form.mistake(`/alternatives/${index}/name`)}
          onChange={(event) => changeAt(index)({ name: event.currentTarget.value })}
        />
        {alternatives.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('matching.compare.removeOf', { name: each.name })}
            onClick={() => form.change({ alternatives: alternatives.filter((_, at) => at !== index) })}
          >
            {t('matching.compare.remove')}
          </Button>
        )}
      </div>
    ),
    typed: each,
    change: changeAt(index),
    refused: checked,
    mistake: form.mistake(`/alternatives/${index}/weights`),
    timesMistake: form.mistake(`/alternatives/${index}/leastCommonTimes`),
  }));
  const conflict = isConflict(form.error) ? form.error : null;
  return (
    <>
      <Text c="dimmed">{t('matching.compare.about')}</Text>
      <Form
        form={{ ...form, submit, error: conflict ? null : form.error }}
        buttons={
          <>
            <Button type="submit" loading={form.pending}>
              {t('matching.compare.button')}
            </Button>
            {alternatives.length < MOST && (
              <Button variant="default" onClick={() => form.change({ alternatives: [...alternatives, another(alternatives)] })}>
                {t('matching.compare.add')}
              </Button>
            )}
          </>
        }
      >
        <WeightsTable columns={[{ key: 'now', name: t('matching.compare.now'), typed: typedOf(programme), change: null }, ...columns]} />
      </Form>
      {conflict && <Refused error={conflict} round={round} nameOf={nameOf} />}
      {compared && (
        <section className={classes.part}>
          <h3 className={classes.subtitle}>{t('matching.compare.results')}</h3>
          {(form.typed || compared.before !== preview) && (
            <Text role="status" fw={500}>
              {t('matching.compare.outdated')}
            </Text>
          )}
          <CompareResults results={compared.results} nameOf={nameOf} />
        </section>
      )}
    </>
  );
}
