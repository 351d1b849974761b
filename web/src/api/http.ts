import i18n from '../i18n';
import type { CrisisResource } from './types';

/** What is wrong with one part of what was sent; the pointer (RFC 6901) says which, and is empty for all of it. */
export interface Mistake {
  pointer: string;
  detail: string;
}

/** The service answered and said no, as a problem detail of RFC 9457. */
export class Problem extends Error {
  readonly status: number;
  readonly detail: string | null;
  /** Seconds after which the service asks to be tried again. */
  readonly retryAfter: number | null;
  readonly mistakes: readonly Mistake[];
  /** Whom to turn to at once, where what was refused called for it. */
  readonly crisis: readonly CrisisResource[];
  /** What else it says, such as its type. */
  readonly members: ReadonlyMap<string, unknown>;

  constructor(
    status: number,
    detail: string | null = null,
    retryAfter: number | null = null,
    mistakes: readonly Mistake[] = [],
    crisis: readonly CrisisResource[] = [],
    members: ReadonlyMap<string, unknown> = new Map(),
  ) {
    super(detail ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.mistakes = mistakes;
    this.crisis = crisis;
    this.members = members;
  }

  /** The last part of its type, which says what kind of refusal it is. */
  get kind(): string {
    return String(this.members.get('type') ?? '').replace(/^urn:holdfast:problem:/, '');
  }
}

/** No answer came: whether the request took effect is unknown. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  /** JSON as somebody wrote it, so that the service sees the same lines. */
  text?: string;
  form?: FormData;
  signal?: AbortSignal;
}

const CSRF_COOKIE = 'XSRF-TOKEN';
const CSRF_HEADER = 'X-XSRF-TOKEN';

/** Calls the gateway and returns the JSON it answers; throws {@link Problem} or {@link Unreachable}. */
export async function call<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) {
    throw await problemOf(response);
  }
  if (response.status === 204) {
    return undefined as T;
  }
  if (!isJson(response)) {
    // a proxy's or a sign-in page that answers 200 is not what was asked for
    throw new Problem(502);
  }
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

/** Ends the session and returns where to go next: the identity provider's own sign-out where it has one. */
export async function signOut(): Promise<string> {
  const response = await send('/logout', { method: 'POST' });
  if (!response.ok && response.status !== 401) {
    throw await problemOf(response);
  }
  return response.headers.get('Location') ?? '/';
}

async function send(path: string, options: Options): Promise<Response> {
  const method = options.method ?? 'GET';
  if (method === 'GET') {
    return attempt(path, method, options, null);
  }
  if (csrfToken() === null) {
    await renewCsrfToken();
  }
  const token = csrfToken();
  const response = await attempt(path, method, options, token);
  if (response.status !== 403) {
    return response;
  }
  // The token changes with the session: once more if that was the reason.
  await renewCsrfToken();
  return csrfToken() === token ? response : attempt(path, method, options, csrfToken());
}

async function attempt(path: string, method: string, options: Options, token: string | null): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': i18n.language,
  };
  let body: BodyInit | undefined;
  if (options.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(options.json);
  } else if (options.text !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = options.text;
  } else if (options.form) {
    body = options.form;
  }
  if (token !== null) {
    headers[CSRF_HEADER] = token;
  }
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (cause) {
    if (options.signal?.aborted) {
      throw cause;
    }
    throw new Unreachable(cause);
  }
}

async function renewCsrfToken(): Promise<void> {
  try {
    await fetch('/session', { credentials: 'same-origin' });
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

function csrfToken(): string | null {
  for (const cookie of document.cookie.split('; ')) {
    if (cookie.startsWith(`${CSRF_COOKIE}=`)) {
      return decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1));
    }
  }
  return null;
}

async function problemOf(response: Response): Promise<Problem> {
  let detail: string | null = null;
  let mistakes: Mistake[] = [];
  let crisis: CrisisResource[] = [];
  let body = new Map<string, unknown>();
  if (isJson(response)) {
    try {
      body = new Map<string, unknown>(Object.entries((await response.json()) as object));
      const told = body.get('detail');
      const errors = body.get('errors');
      const resources = body.get('crisis');
      detail = typeof told === 'string' ? told : null;
      // what only the domain can know to be wrong has its pointer beside the detail
      mistakes = Array.isArray(errors) ? errors.flatMap(mistakeOf) : typeof body.get('pointer') === 'string' ? mistakeOf({ pointer: body.get('pointer'), detail }) : [];
      crisis = Array.isArray(resources) ? (resources as CrisisResource[]) : [];
    } catch {
      // the status alone has to do
    }
  }
  return new Problem(response.status, detail, seconds(response.headers.get('Retry-After')), mistakes, crisis, body);
}

function mistakeOf(error: unknown): Mistake[] {
  const { pointer, detail } = (error ?? {}) as { pointer?: unknown; detail?: unknown };
  return typeof detail === 'string' ? [{ pointer: typeof pointer === 'string' ? pointer : '', detail }] : [];
}

function isJson(response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json');
}

/** Retry-After is a number of seconds or a date. */
export function seconds(retryAfter: string | null, now: number = Date.now()): number | null {
  if (retryAfter === null || retryAfter.trim() === '') {
    return null;
  }
  const number = Number(retryAfter);
  if (Number.isFinite(number)) {
    return Math.max(0, Math.ceil(number));
  }
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
