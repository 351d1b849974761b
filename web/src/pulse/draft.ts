import type { Answers, Instrument } from '../api/types';

const PREFIX = 'holdfast.draft.';

/** What was filled in but not yet acknowledged, kept in this browser tab only and only for the person who did. */
export interface Draft<T> {
  read: () => T | null;
  write: (value: T) => void;
  forget: () => void;
}

export function draftOf(staffId: string, cycleId: string, instrument: Instrument): Draft<Answers> {
  return kept(`${staffId}.${cycleId}.${instrument.id}.${instrument.version}`, (stored) => valid(stored, instrument));
}

export function commentDraftOf(staffId: string, cycleId: string): Draft<string> {
  return kept(`${staffId}.${cycleId}.comment`, (stored) => (typeof stored === 'string' ? stored : null));
}

function kept<T>(name: string, checked: (stored: unknown) => T | null): Draft<T> {
  const key = PREFIX + name;
  return {
    read: () => {
      try {
        return checked(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    write: (value) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // no room: the page itself still holds it
      }
    },
    forget: () => {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // there was none
      }
    },
  };
}

/** On signing out: the next person at this browser must not find them. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) {
        sessionStorage.removeItem(key);
      }
    }
  } catch {
    // there were none
  }
}

/** Only answers that the instrument knows. */
function valid(stored: unknown, instrument: Instrument): Answers | null {
  if (typeof stored !== 'object' || stored === null) {
    return null;
  }
  const given = new Map<string, unknown>(Object.entries(stored));
  const answers: Answers = {};
  for (const item of instrument.items) {
    const option = given.get(item.id);
    if (typeof option === 'string' && item.options.some((known) => known.id === option)) {
      answers[item.id] = option;
    }
  }
  return answers;
}
