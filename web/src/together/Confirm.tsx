import { Button, type ButtonProps, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import entries from '../app/Entries.module.css';
import classes from './Together.module.css';

interface Props {
  label: string;
  /** What will happen. */
  text: string;
  yes: string;
  no: string;
  variant?: NonNullable<ButtonProps['variant']>;
  pending: boolean;
  disabled?: boolean;
  onYes: () => void;
}

/** A button for what cannot be undone: says what will happen, and asks once more. Belongs into a row that wraps. */
export function Confirm({ label, text, yes, no, variant = 'subtle', pending, disabled = false, onYes }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <Button ref={button} variant={variant} disabled={disabled || pending} aria-expanded={open} aria-controls={open ? id : undefined} onClick={(event) => event.detail < 2 && setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <div id={id} role="group" aria-label={label} className={classes.confirm}>
          <Text size="sm" id={`${id}-text`}>
            {text}
          </Text>
          <div className={entries.buttons}>
            {/* the second half of a double click must not press what came in its place */}
            <Button loading={pending} aria-describedby={`${id}-text`} onClick={(event) => event.detail < 2 && onYes()}>
              {yes}
            </Button>
            <Button
              variant="default"
              disabled={pending}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
              }}
            >
              {no}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
