import { fireEvent, screen, within } from '@testing-library/react';
import type { PeerCheckIn } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import PeersPage from './PeersPage';

const LIST = 'GET /api/check-in/me/peer-check-ins';
const sal = { staffId: 'S-0150', displayName: 'Sal Kelpwood' };
const ines = { staffId: 'S-0151', displayName: 'Ines Cala' };
const active: PeerCheckIn = {
  checkInId: 'P-1',
  with: sal,
  mine: true,
  everyDays: 7,
  state: 'active',
  round: 2,
  dueAt: '2026-11-23T08:00:00Z',
  answers: [{ round: 1, mine: false, at: '2026-11-09T09:00:00Z', doing: 'so-so', note: 'Two court days.' }],
};
const options = {
  'GET /api/check-in/me/help-options': () =>
    json({
      options: [
        { kind: 'peer', group: false, people: [sal, ines], reactWithin: {} },
        { kind: 'supervisor', group: false, people: [{ staffId: 'S-0101', displayName: 'Robin Tidewater' }], reactWithin: {} },
      ],
      crisis: [],
    }),
};

it('tells the other one how somebody is doing', async () => {
  const put = 'PUT /api/check-in/me/peer-check-ins/P-1/answer';
  const { of } = gateway({ ...options, [LIST]: () => json([active]), [put]: () => json(active) });
  show(<PeersPage />);
  expect(await screen.findByText('Two court days.')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('radio', { name: 'Let us talk' }));
  fireEvent.change(screen.getByRole('textbox', { name: /A few words/ }), { target: { value: ' Coffee? ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Tell Sal Kelpwood' }));
  await vi.waitFor(() => expect(of(put)[0]?.body).toEqual({ doing: 'let-us-talk', note: 'Coffee?' }));
});

it('asks once a round and lets the answer be changed', async () => {
  gateway({ ...options, [LIST]: () => json([{ ...active, answers: [{ round: 2, mine: true, at: '2026-11-17T09:00:00Z', doing: 'well', note: null }] }]) });
  show(<PeersPage />);
  fireEvent.click(await screen.findByRole('button', { name: 'Change my answer' }));
  expect(screen.getByRole('radio', { name: 'Well' })).toBeChecked();
});

it('lets an invitation be accepted or declined, and one that was sent be taken back', async () => {
  const accept = 'PUT /api/check-in/me/peer-check-ins/P-2/state';
  const invited: PeerCheckIn = { ...active, checkInId: 'P-2', mine: false, state: 'invited', round: 0, dueAt: null, answers: [] };
  const { of } = gateway({ ...options, [LIST]: () => json([invited, { ...invited, checkInId: 'P-3', with: ines, mine: true }, { ...active, checkInId: 'P-4', state: 'ended', with: { staffId: 'S-9', displayName: 'Gone' } }]), [accept]: () => json(invited) });
  show(<PeersPage />);
  expect(await screen.findByText(/Sal Kelpwood would like/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Take it back' })).toBeInTheDocument();
  expect(screen.queryByText('Gone')).not.toBeInTheDocument();
  // both are invited already, and a supervisor is no peer
  expect(screen.getByText(/no colleague left/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Yes, gladly' }));
  await vi.waitFor(() => expect(of(accept)[0]?.body).toEqual({ state: 'active' }));
});

it('invites a colleague with a rhythm', async () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
  const put = 'PUT /api/check-in/me/peer-check-ins/00000000-0000-4000-8000-000000000000';
  const { of } = gateway({ ...options, [LIST]: () => json([]), [put]: () => json(active) });
  show(<PeersPage />);
  const choice = await screen.findByRole('combobox', { name: /Whom/ });
  expect(within(choice).queryByRole('option', { name: 'Robin Tidewater' })).not.toBeInTheDocument();
  fireEvent.change(choice, { target: { value: 'S-0151' } });
  fireEvent.change(screen.getByRole('combobox', { name: /How often/ }), { target: { value: '14' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send the invitation' }));
  await vi.waitFor(() => expect(of(put)[0]?.body).toEqual({ with: 'S-0151', everyDays: 14 }));
});

it('keeps the words when the session has ended', async () => {
  const reads = { ...options, [LIST]: () => json([active]) };
  gateway({ ...reads, 'PUT /api/check-in/me/peer-check-ins/P-1/answer': () => problem(401, 'Sign in first.') });
  const { unmount } = show(<PeersPage />);
  fireEvent.click(await screen.findByRole('radio', { name: 'Not well' }));
  fireEvent.change(screen.getByRole('textbox', { name: /A few words/ }), { target: { value: 'A hard hearing.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Tell Sal Kelpwood' }));
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  gateway(reads);
  show(<PeersPage />);
  expect(await screen.findByRole('textbox', { name: /A few words/ })).toHaveValue('A hard hearing.');
  expect(screen.getByRole('radio', { name: 'Not well' })).toBeChecked();
});

it('opens a change of an answer again that was not sent', async () => {
  const answered: PeerCheckIn = { ...active, answers: [{ round: 2, mine: true, at: '2026-11-17T09:00:00Z', doing: 'well', note: null }] };
  gateway({ ...options, [LIST]: () => json([answered]) });
  const { unmount } = show(<PeersPage />);
  fireEvent.click(await screen.findByRole('button', { name: 'Change my answer' }));
  fireEvent.click(screen.getByRole('radio', { name: 'So-so' }));
  unmount();
  show(<PeersPage />);
  expect(await screen.findByRole('radio', { name: 'So-so' })).toBeChecked();
});
