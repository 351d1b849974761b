import type { Answers, Instrument } from '../api/types';

const PREFIX = 'holdfast.draft.';

/** Answers that were chosen but not yet acknowledged, kept in this browser tab only and only for the person who chose them. */
export interface Draft {
  read: () => Answers | null;
  write: (answers: Answers) => void;
  forget: () => void;
}

export function draftOf(staffId: string, cycleId: string, instrument: Instrument): Draft {
  const key = `${PREFIX}${staffId}.${cycleId}.${instrument.id}.${instrument.version}`;
  return {
    read: () => {
      try {
        return valid(JSON.parse(sessionStorage.getItem(key) ?? 'null'), instrument);
      } catch {
        return null;
      }
    },
    write: (answers) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(answers));
      } catch {
        // no room: the page itself still holds them
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
