/** A gateway for tests: answers by method and path, and remembers what was asked. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

export function gateway(answers: Record<string, Answer>): { asked: Asked[]; of: (route: string) => Asked[] } {
  const asked: Asked[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, init: RequestInit = {}) => {
      const method = init.method ?? 'GET';
      const request: Asked = {
        method,
        path,
        body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
        headers: { ...(init.headers as Record<string, string> | undefined) },
      };
      asked.push(request);
      const answer = answers[`${method} ${path}`];
      if (answer === undefined) {
        throw new Error(`the test's gateway does not know ${method} ${path}`);
      }
      return answer(request);
    }),
  );
  return { asked, of: (route) => asked.filter((request) => `${request.method} ${request.path}` === route) };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function problem(status: number, detail: string, headers: Record<string, string> = {}, errors?: { pointer?: string; detail: string }[], kind = 'test', more: object = {}): Response {
  return new Response(JSON.stringify({ type: `urn:holdfast:problem:${kind}`, status, detail, errors, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** A refusal of a kind that the app knows, with what else it says. */
export function refusal(kind: string, more: object = {}, status = 409): Response {
  return problem(status, kind, {}, undefined, kind, more);
}

/** A refusal as the services write it: the detail repeats what is wrong with its pointers. */
export function invalid(errors: Record<string, string>): Response {
  const listed = Object.entries(errors).map(([pointer, detail]) => ({ pointer, detail }));
  return problem(400, listed.map((error) => `${error.pointer}: ${error.detail}`).join(' '), {}, listed);
}

export function unreachable(): never {
  throw new TypeError('Failed to fetch');
}
