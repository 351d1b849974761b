import { screen } from '@testing-library/react';
import type { Reading } from '../api/types';
import { gateway, json } from '../test/gateway';
import { show } from '../test/render';
import AccessPage from './AccessPage';

const reading: Reading = {
  by: { staffId: 'S-0101', displayName: 'Robin Tidewater' },
  what: 'help-request',
  thing: 'R-1',
  first: '2026-11-16T08:00:00Z',
  last: '2026-11-16T09:30:00Z',
  times: 3,
};

it('says who looked at what, how often and when, in the order given', async () => {
  gateway({ 'GET /api/check-in/me/access-log': () => json([reading, { ...reading, by: null, what: 'words', times: 1 }, { ...reading, what: 'check-in', times: 1, first: '2026-11-15T08:00:00Z' }]) });
  show(<AccessPage />);
  const entries = await screen.findAllByRole('listitem');
  expect(entries).toHaveLength(3);
  expect(entries[0]).toHaveTextContent('Robin Tidewater saw that you asked for help');
  expect(entries[0]).toHaveTextContent(/3 times, the last time on Monday/);
  expect(entries[1]).toHaveTextContent('Somebody who is not on the staff list any more read the words you asked with');
  expect(entries[1]).not.toHaveTextContent('times');
  expect(entries[2]).toHaveTextContent('Robin Tidewater read how you said you were doing');
});

it('says so where nobody looked, and what nobody can look at', async () => {
  gateway({ 'GET /api/check-in/me/access-log': () => json([]) });
  show(<AccessPage />);
  expect(await screen.findByText('Nobody has looked at anything about you')).toBeInTheDocument();
  expect(screen.getByText(/answers, scores and warnings/)).toBeInTheDocument();
});

it('says what is wrong where it cannot be read', async () => {
  gateway({ 'GET /api/check-in/me/access-log': () => json({ title: 'Forbidden', status: 403, detail: 'You are not on the staff list here.' }, 403) });
  show(<AccessPage />);
  expect(await screen.findByText('You are not on the staff list here.')).toBeInTheDocument();
});
