import { call, Problem } from '../api/http';
import type { CrisisResource, OwnComment } from '../api/types';

/** What became of a comment that went with answers. */
export interface Sent {
  /** As it stands now, null for none. */
  text: string | null;
  crisis: readonly CrisisResource[];
  /** The service's reason where it did not take it; the answers are stored all the same. */
  refused: Problem | null;
}

/** Sends a comment where it was changed; throws what may pass, so that it is sent again. */
export async function sendComment(cycleId: string, given: string | null, written: string): Promise<Sent> {
  const text = written.trim() || null;
  if (text === given) {
    return { text, crisis: [], refused: null };
  }
  const path = `/api/check-in/me/pulse/${encodeURIComponent(cycleId)}/comment`;
  try {
    if (text === null) {
      await call(path, { method: 'DELETE' });
      return { text, crisis: [], refused: null };
    }
    const { crisis } = await call<OwnComment>(path, { method: 'PUT', json: { text } });
    return { text, crisis, refused: null };
  } catch (error) {
    if (error instanceof Problem && [400, 403, 404, 409].includes(error.status)) {
      return { text: given, crisis: error.crisis, refused: error };
    }
    throw error;
  }
}
