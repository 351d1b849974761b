import type { Answers, Instrument } from '../api/types';
import { type Draft, draftOf } from '../app/drafts';

/** Answers that were chosen but not yet acknowledged. */
export function answersDraft(staffId: string, cycleId: string, instrument: Instrument): Draft<Answers> {
  return draftOf(staffId, `${cycleId}.${instrument.id}.${instrument.version}`, (stored) => valid(stored, instrument));
}

/** A comment that was typed but not yet acknowledged. */
export function commentDraft(staffId: string, cycleId: string): Draft<string> {
  return draftOf(staffId, `${cycleId}.comment`, (stored) => (typeof stored === 'string' ? stored : null));
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
