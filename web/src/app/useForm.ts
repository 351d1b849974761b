import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Problem } from '../api/http';
import { draftOf } from './drafts';
import { useSignedIn } from './session';

/** A form at work; {@link Form} draws what all of them have. */
export interface FormState<T, R> {
  values: T;
  change: (part: Partial<T>) => void;
  /** Forgets what was typed. */
  discard: () => void;
  /** Whether something was typed that is not sent. */
  typed: boolean;
  /** Whether what is there was typed before this page was opened, such as before the session ended. */
  restored: boolean;
  /** Sends what was typed, with a last change if need be. */
  save: (part?: Partial<T>) => void;
  submit: (event: FormEvent) => void;
  pending: boolean;
  error: Error | null;
  /** What the service acknowledged, until something is typed again. */
  saved: R | null;
  /** What the service says about a part of what was sent, for the field that it came from. */
  mistake: (pointer: string) => string | null;
  /** The parts that have a field. */
  marked: ReadonlySet<string>;
}

interface Options<T, R> {
  /** What the form is about: under this name what is typed is kept in the tab, for this person alone. */
  name: string;
  /** What it holds while nothing is typed. */
  initial: T;
  send: (values: T) => Promise<R>;
  onSaved?: (receipt: R, sent: T) => unknown;
  onRefused?: (error: Error) => unknown;
}

/** Keeps what is typed until the service has acknowledged it: a session that ended, a reload or another page loses nothing. */
export function useForm<T extends object, R>({ name, initial, send, onSaved, onRefused }: Options<T, R>): FormState<T, R> {
  const { staffId } = useSignedIn();
  const draft = draftOf<T>(staffId, name, (stored) => (isLike(initial, stored) ? stored : null));
  const [typed, setTyped] = useState(draft.read);
  const [restored, setRestored] = useState(typed !== null);
  const latest = useRef(typed);
  const keep = (part: Partial<T>): T => {
    const next = { ...(latest.current ?? initial), ...part };
    latest.current = next;
    setTyped(next);
    draft.write(next);
    return next;
  };
  const discard = () => {
    latest.current = null;
    setTyped(null);
    setRestored(false);
    draft.forget();
  };
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (receipt, sent) => {
      // not what was typed while it was on its way
      if (latest.current === sent) {
        discard();
      }
      return onSaved?.(receipt, sent);
    },
    onError: (error) => onRefused?.(error),
  });
  const save = (part: Partial<T> = {}) => sending.mutate(keep(part));
  const marked = new Set<string>();
  return {
    values: typed ?? initial,
    change: keep,
    discard: () => {
      discard();
      sending.reset();
    },
    typed: typed !== null,
    restored,
    save,
    submit: (event) => {
      event.preventDefault();
      save();
    },
    pending: sending.isPending,
    error: sending.error,
    saved: typed === null ? (sending.data ?? null) : null,
    mistake: (pointer) => {
      marked.add(pointer);
      return mistakesOf(sending.error, (at) => at === pointer || at.startsWith(`${pointer}/`)).join(' ') || null;
    },
    marked,
  };
}

/** Whether something typed into a form of this name waits to be sent. */
export function useIsTyped(name: string): boolean {
  const { staffId } = useSignedIn();
  const [waits] = useState(() => draftOf(staffId, name, (stored) => stored).read() !== null);
  return waits;
}

/** Whether somebody else was quicker. */
export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.status === 409;
}

export function mistakesOf(error: unknown, where: (pointer: string) => boolean): string[] {
  return error instanceof Problem ? error.mistakes.filter((mistake) => where(mistake.pointer)).map((mistake) => mistake.detail) : [];
}

function isLike<T extends object>(sample: T, stored: unknown): stored is T {
  if (typeof stored !== 'object' || stored === null) {
    return false;
  }
  const parts = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(sample).every(([part, value]) => typeof parts.get(part) === typeof value && Array.isArray(parts.get(part)) === Array.isArray(value));
}
