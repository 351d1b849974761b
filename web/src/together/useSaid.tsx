import { type ReactNode, useRef, useState } from 'react';
import classes from './Together.module.css';

/** A line that says what became of something, and takes the focus where what had it is gone. */
export function useSaid(): { said: ReactNode; say: (words: string) => void } {
  const [words, setWords] = useState('');
  const line = useRef<HTMLParagraphElement>(null);
  return {
    said: (
      <p ref={line} role="status" tabIndex={-1} className={classes.said}>
        {words}
      </p>
    ),
    say: (next) => {
      setWords(next);
      line.current?.focus();
    },
  };
}
