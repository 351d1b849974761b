import { fireEvent, screen } from '@testing-library/react';
import type { AddressedRequest, HelpOptions, OwnHelpRequest } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import HelpPage from './HelpPage';
import { newId } from '../api/newId';

const options: HelpOptions = {
  options: [
    { kind: 'peer', group: false, people: [{ staffId: 'S-8', displayName: 'A Colleague' }, { staffId: 'S-9', displayName: 'Another' }], reactWithin: { 'can-wait': 4320, soon: 1440, urgent: 120 } },
    { kind: 'mentor', group: false, people: [], reactWithin: { 'can-wait': 4320, soon: 1440, urgent: 120 } },
    { kind: 'supervisor', group: false, people: [{ staffId: 'S-1', displayName: 'The Lead' }], reactWithin: { 'can-wait': 4320, soon: 1440, urgent: 120 } },
    { kind: 'counselling', group: true, people: [{ staffId: 'S-5', displayName: 'The Counsellor' }], reactWithin: { 'can-wait': 4320, soon: 1440, urgent: 120 } },
  ],
  crisis: [{ name: 'Emergency', contact: '112', note: 'at any time' }],
};
const asked: OwnHelpRequest = { requestId: 'R-1', kind: 'counselling', urgency: 'urgent', state: 'asked', askedAt: '2026-05-20T07:00:00Z', words: 'I cannot go on like this.', acceptedBy: null, dueAt: null, crisis: options.crisis };
const addressed: AddressedRequest = { requestId: 'R-2', from: { staffId: 'S-7', displayName: 'Somebody Else' }, urgency: 'soon', state: 'asked', mine: false, askedAt: '2026-05-20T07:00:00Z', dueAt: '2026-05-21T07:00:00Z', words: null };

function routes(own: OwnHelpRequest[], others: AddressedRequest[], more: Parameters<typeof gateway>[0] = {}) {
  return gateway({
    'GET /api/check-in/me/help-options': () => json(options),
    'GET /api/check-in/me/help-requests': () => json(own),
    'GET /api/check-in/help-requests': () => json(others),
    ...more,
  });
}

it('says at once whom to turn to and asks only whom one chose', async () => {
  const { asked: calls } = routes([], []);
  const known = global.fetch;
  let sent: { path: string; body: unknown } | null = null;
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    if (init.method === 'PUT') {
      sent = { path, body: JSON.parse(init.body as string) };
      return Promise.resolve(json(asked));
    }
    return known(path, init);
  });
  show(<HelpPage />);
  expect(await screen.findByText(/112/)).toBeInTheDocument();
  expect(screen.queryByRole('option', { name: 'My mentor' })).not.toBeInTheDocument();
  fireEvent.change(screen.getByRole('combobox', { name: /Whom would you like/ }), { target: { value: 'counselling' } });
  fireEvent.change(screen.getByRole('combobox', { name: /How soon/ }), { target: { value: 'urgent' } });
  fireEvent.change(screen.getByRole('textbox', { name: /In your own words/ }), { target: { value: 'I cannot go on like this.' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'My supervisor' }));
  fireEvent.click(screen.getByRole('button', { name: 'Send my request' }));
  expect(await screen.findByText(/Your request is on its way/)).toBeInTheDocument();
  expect(sent).toEqual({
    path: expect.stringMatching(/^\/api\/check-in\/me\/help-requests\/[0-9a-f-]{36}$/) as unknown,
    body: { to: { kind: 'counselling', personId: null }, urgency: 'urgent', words: 'I cannot go on like this.', goesOnTo: [{ kind: 'supervisor', personId: null }], wordsGoOn: false },
  });
  expect(calls.every((call) => call.method === 'GET')).toBe(true);
});

it('keeps the words when the session has ended, and sends them under the same id', async () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
  const put = 'PUT /api/check-in/me/help-requests/00000000-0000-4000-8000-000000000000';
  routes([], [], { [put]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<HelpPage />);
  fireEvent.change(await screen.findByRole('combobox', { name: /Whom would you like/ }), { target: { value: 'counselling' } });
  fireEvent.change(screen.getByRole('textbox', { name: /In your own words/ }), { target: { value: 'It is a lot.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send my request' }));
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  vi.restoreAllMocks();
  const { of } = routes([], [], { [put]: () => json(asked) });
  show(<HelpPage />);
  expect(await screen.findByRole('textbox', { name: /In your own words/ })).toHaveValue('It is a lot.');
  fireEvent.click(screen.getByRole('button', { name: 'Send my request' }));
  expect(await screen.findByText(/Your request is on its way/)).toBeInTheDocument();
  expect(of(put)).toHaveLength(1);
});

it('takes a request back', async () => {
  const { of } = routes([asked], [], { 'DELETE /api/check-in/me/help-requests/R-1': () => json({ ...asked, state: 'withdrawn', words: null }) });
  show(<HelpPage />);
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  await vi.waitFor(() => expect(of('DELETE /api/check-in/me/help-requests/R-1')).toHaveLength(1));
});

it('reads the words of a request only when it is opened, and says who was quicker', async () => {
  const { of } = routes([], [addressed], {
    'GET /api/check-in/help-requests/R-2': () => json({ ...addressed, state: 'seen', words: 'Could we talk?' }),
    'PUT /api/check-in/help-requests/R-2/reaction': () => problem(409, 'Somebody else takes care of it already.'),
  });
  show(<HelpPage />);
  expect(await screen.findByText('Somebody Else')).toBeInTheDocument();
  expect(of('GET /api/check-in/help-requests/R-2')).toHaveLength(0);
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText('Could we talk?')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'I take care of it' }));
  expect(await screen.findByText('Somebody else takes care of it already.')).toBeInTheDocument();
});

it('makes up ids that a service takes for UUIDs', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId()).not.toBe(newId());
});
