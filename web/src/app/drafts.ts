const PREFIX = 'holdfast.draft.';

/** What somebody put in and the service has not acknowledged yet, kept in this browser tab only and only for them. */
export interface Draft<T> {
  read: () => T | null;
  write: (typed: T) => void;
  forget: () => void;
}

/** `valid` makes of what is stored what can be used of it, or null; an older version of the app may have stored it. */
export function draftOf<T>(staffId: string, name: string, valid: (stored: unknown) => T | null): Draft<T> {
  const key = `${PREFIX}${staffId}.${name}`;
  return {
    read: () => {
      try {
        return valid(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
      } catch {
        return null;
      }
    },
    write: (typed) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(typed));
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
