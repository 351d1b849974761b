import { useId } from 'react';
import classes from './FileField.module.css';

/** A file from the person's device; the same one can be chosen again once it has been mended. */
export function FileField({ label, accept, onChoose }: { label: string; accept: string; onChoose: (file: File | null) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        onClick={(event) => {
          // a browser says nothing when the name is the same as before
          event.currentTarget.value = '';
          onChoose(null);
        }}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
        className={classes.file}
      />
    </>
  );
}
