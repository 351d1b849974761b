import { gateway, json, problem, unreachable } from '../test/gateway';
import { call, Problem, seconds, Unreachable } from './http';

describe('reading', () => {
  it('asks in the language of the page and without a CSRF token', async () => {
    const { asked } = gateway({ 'GET /api/x': () => json({ a: 1 }) });
    await expect(call('/api/x')).resolves.toEqual({ a: 1 });
    expect(asked[0]?.headers['Accept-Language']).toBe('en');
    expect(asked[0]?.headers['X-XSRF-TOKEN']).toBeUndefined();
  });

  it('keeps status, detail and retry time of a problem', async () => {
    gateway({ 'GET /api/x': () => problem(503, 'The outbox is full.', { 'Retry-After': '7' }) });
    const error = await call('/api/x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 503, detail: 'The outbox is full.', retryAfter: 7 });
  });

  it('knows which part is wrong where the refusal has one pointer', async () => {
    gateway({ 'GET /api/x': () => problem(400, 'Too far away.', {}, undefined, 'invalid-start', { pointer: '/startsAt' }) });
    await expect(call('/api/x')).rejects.toMatchObject({ mistakes: [{ pointer: '/startsAt', detail: 'Too far away.' }] });
  });

  it('does not take a page of a proxy for an answer', async () => {
    gateway({ 'GET /api/x': () => new Response('<html>', { status: 200, headers: { 'Content-Type': 'text/html' } }) });
    await expect(call('/api/x')).rejects.toMatchObject({ name: 'Problem', status: 502 });
  });

  it('tells no answer from a refusal', async () => {
    gateway({ 'GET /api/x': unreachable });
    await expect(call('/api/x')).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('writing', () => {
  it('repeats the CSRF cookie in the header', async () => {
    const { asked } = gateway({ 'PUT /api/x': () => json({}) });
    await call('/api/x', { method: 'PUT', json: { a: 1 } });
    expect(asked[0]?.headers['X-XSRF-TOKEN']).toBe('t-1');
    expect(asked[0]?.body).toEqual({ a: 1 });
  });

  it('fetches a new token and writes once more when the token had changed', async () => {
    const { of } = gateway({
      'GET /session': () => {
        document.cookie = 'XSRF-TOKEN=t-2; path=/';
        return json({ signedIn: true });
      },
      'PUT /api/x': ({ headers }) => (headers['X-XSRF-TOKEN'] === 't-2' ? json({ ok: true }) : problem(403, 'Forged.')),
    });
    await expect(call('/api/x', { method: 'PUT', json: {} })).resolves.toEqual({ ok: true });
    expect(of('PUT /api/x')).toHaveLength(2);
  });

  it('does not repeat a refusal that has nothing to do with the token', async () => {
    const { of } = gateway({ 'GET /session': () => json({ signedIn: true }), 'PUT /api/x': () => problem(403, 'Not yours.') });
    await expect(call('/api/x', { method: 'PUT', json: {} })).rejects.toMatchObject({ status: 403, detail: 'Not yours.' });
    expect(of('PUT /api/x')).toHaveLength(1);
  });
});

it.each([
  ['5', 5],
  ['0', 0],
  ['-3', 0],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30],
  ['soon', null],
  ['', null],
  [null, null],
])('reads Retry-After %s as %s seconds', (header, expected) => {
  expect(seconds(header, Date.parse('2026-11-21T12:00:00Z'))).toBe(expected);
});
