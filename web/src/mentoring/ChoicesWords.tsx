import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useId } from 'react';
import type { Word } from '../api/types';
import classes from './Choices.module.css';

interface Words {
  name: string;
  label: string;
  hint?: string;
  words: Word[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  error: string | null;
  /** Two words that belong together in a row, such as the halves of a day. */
  pairs?: boolean;
}

/** Any number of words of a vocabulary. */
export function Words({ name, label, hint, words, chosen, onChange, error, pairs = false }: Words) {
  const id = useId();
  return (
    <fieldset name={name} className={classes.words} aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}>
      <legend>{label}</legend>
      {hint && (
        <Text id={`${id}-hint`} c="dimmed" size="sm">
          {hint}
        </Text>
      )}
      {error && (
        <Text id={`${id}-error`} c="red" size="sm" role="alert">
          {error}
        </Text>
      )}
      <div className={pairs ? classes.pairs : classes.list}>
        {words.map((word) => (
          <Checkbox
            key={word.id}
            label={word.label}
            checked={chosen.includes(word.id)}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, word.id] : chosen.filter((other) => other !== word.id))}
            classNames={{ body: classes.word ?? '', labelWrapper: classes.wordLabel ?? '' }}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One word of a vocabulary. */
export function OneWord({ label, words, chosen, onChange, error }: { label: string; words: Word[]; chosen: string; onChange: (chosen: string) => void; error: string | null }) {
  return (
    <NativeSelect
      label={label}
      size="md"
      className={classes.one ?? ''}
      data={words.map((word) => ({ value: word.id, label: word.label }))}
      value={chosen}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
