import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { call } from '../api/http';
import type { Role, Session } from '../api/types';

export interface SignedIn {
  staffId: string;
  name: string;
  roles: Role[];
}

/** Who is signed in; only present inside the signed-in part of the app. */
export const SignedInContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = use(SignedInContext);
  if (signedIn === null) {
    throw new Error('used outside of the signed-in part of the app');
  }
  return signedIn;
}

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => call<Session>('/session', { signal }),
    staleTime: Infinity,
  });
}

export function signedInOf(session: Session): SignedIn | null {
  if (!session.signedIn) {
    return null;
  }
  const staffId = session.staffId ?? '';
  return { staffId, name: session.name ?? staffId, roles: session.roles ?? [] };
}

/** Leads on to the provider, at the gateway's public address. */
const SIGN_IN = '/login';
const RETURN_TO = 'holdfast.return-to';

/** Leaves for the sign-in page and remembers where to come back to. */
export function goSignIn(): void {
  try {
    sessionStorage.setItem(RETURN_TO, window.location.pathname + window.location.search);
  } catch {
    // then the way back is the start page
  }
  window.location.assign(SIGN_IN);
}

/** Where the person was when the session ended. */
export function returnPath(): string | null {
  try {
    const path = sessionStorage.getItem(RETURN_TO);
    // a path of ours only: never another site
    return path !== null && /^\/(?![/\\])/.test(path) && path !== '/' ? path : null;
  } catch {
    return null;
  }
}

export function forgetReturnPath(): void {
  try {
    sessionStorage.removeItem(RETURN_TO);
  } catch {
    // there was none
  }
}
