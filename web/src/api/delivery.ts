import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, Unreachable } from './http';

/** Where something that must not be lost is on its way: it ends acknowledged or back in the sender's hands. */
export type Delivery<T> =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'waiting'; because: 'busy' | 'unreachable'; seconds: number }
  | { state: 'signed-out' }
  | { state: 'refused'; problem: Problem }
  | { state: 'acknowledged'; receipt: T };

type Failure = Exclude<Delivery<never>, { state: 'idle' | 'sending' | 'acknowledged' }>;

/** The longest wait between two attempts, in seconds. */
export const LONGEST_WAIT = 60;

/** What a failed attempt means; `attempt` counts from 1. Sending the same again is safe, so everything that may pass is tried again. */
export function afterFailure(error: unknown, attempt: number): Failure {
  const backoff = Math.min(LONGEST_WAIT, 2 ** attempt);
  if (error instanceof Unreachable) {
    return { state: 'waiting', because: 'unreachable', seconds: backoff };
  }
  if (!(error instanceof Problem)) {
    return { state: 'refused', problem: new Problem(0) };
  }
  switch (error.status) {
    case 401:
      return { state: 'signed-out' };
    case 429:
    case 503:
      return { state: 'waiting', because: 'busy', seconds: Math.min(LONGEST_WAIT, Math.max(1, error.retryAfter ?? backoff)) };
    case 408:
    case 500:
    case 502:
    case 504:
      return { state: 'waiting', because: 'unreachable', seconds: Math.min(LONGEST_WAIT, Math.max(1, error.retryAfter ?? backoff)) };
    default:
      return { state: 'refused', problem: error };
  }
}

export interface Deliverer<T> {
  delivery: Delivery<T>;
  /** Starts sending, or tries again at once while it waits. */
  start: () => void;
  /** Gives up waiting; what was sent stays with the sender. */
  stop: () => void;
}

/** Sends until it is acknowledged, refused or stopped, counting down while it waits. `send` must be idempotent. */
export function useDelivery<T>(send: () => Promise<T>): Deliverer<T> {
  const [delivery, setDelivery] = useState<Delivery<T>>({ state: 'idle' });
  const latestSend = useRef(send);
  const attempts = useRef(0);
  const run = useRef(0);

  useEffect(() => {
    latestSend.current = send;
  }, [send]);

  const start = useCallback(() => {
    const mine = ++run.current;
    attempts.current += 1;
    setDelivery({ state: 'sending' });
    const report = (outcome: Delivery<T>) => {
      // not when it was stopped or replaced meanwhile
      if (run.current === mine) {
        setDelivery(outcome);
      }
    };
    void (async () => {
      try {
        report({ state: 'acknowledged', receipt: await latestSend.current() });
      } catch (error) {
        report(afterFailure(error, attempts.current));
      }
    })();
  }, []);

  const stop = useCallback(() => {
    run.current += 1;
    attempts.current = 0;
    setDelivery({ state: 'idle' });
  }, []);

  useEffect(() => {
    if (delivery.state !== 'waiting') {
      return undefined;
    }
    const timer = window.setTimeout(() => {
      if (delivery.seconds <= 1) {
        start();
      } else {
        setDelivery({ ...delivery, seconds: delivery.seconds - 1 });
      }
    }, 1000);
    return () => window.clearTimeout(timer);
  }, [delivery, start]);

  const unreachable = delivery.state === 'waiting' && delivery.because === 'unreachable';
  useEffect(() => {
    if (!unreachable) {
      return undefined;
    }
    window.addEventListener('online', start);
    return () => window.removeEventListener('online', start);
  }, [unreachable, start]);

  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  return { delivery, start, stop };
}
