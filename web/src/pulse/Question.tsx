import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../api/types';
import classes from './Question.module.css';

/** One item with its options as native radio buttons: arrow keys, screen readers and forms know them. */
export function Question({ item, chosen, disabled, onChoose }: { item: Item; chosen: string | undefined; disabled: boolean; onChoose: (option: string | undefined) => void }) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={classes.question} disabled={disabled}>
      <legend className={classes.legend}>{item.text}</legend>
      <div className={classes.options}>
        {item.options.map((option) => (
          <label key={option.id} className={classes.option}>
            <input type="radio" name={name} value={option.id} checked={chosen === option.id} onChange={() => onChoose(option.id)} className={classes.radio} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <button
        type="button"
        className={classes.clear}
        data-shown={chosen !== undefined || undefined}
        aria-label={t('pulse.clearLabel', { item: item.text })}
        onClick={() => onChoose(undefined)}
      >
        {t('pulse.clear')}
      </button>
    </fieldset>
  );
}
