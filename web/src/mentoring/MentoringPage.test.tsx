import { fireEvent, screen, within } from '@testing-library/react';
import type { Match } from '../api/types';
import { gateway, json } from '../test/gateway';
import { show } from '../test/render';
import MentoringPage from './MentoringPage';

const match: Match = {
  matchId: 'M-1',
  as: 'mentee',
  with: { staffId: 'S-7', displayName: 'The Other' },
  since: '2026-08-03T09:00:00Z',
  state: 'active',
  score: 70,
  points: [
    { criterion: 'skills', points: 60, because: 'offers 1 of 1 wanted' },
    { criterion: 'languages', points: 10, because: 'both speak en' },
  ],
};
const PUT = 'PUT /api/profile/me/mentoring';

function routes(matches: Match[]) {
  return gateway({
    'GET /api/mentorship-matching/me/matches': () => json(matches),
    'GET /api/profile/me': () => json({ staffId: 'S-1', displayName: 'Me', unit: null, roles: ['staff'], languages: ['en'], mentoring: { asMentor: null, asMentee: { needs: ['court-work'] } } }),
    'GET /api/profile/vocabulary': () => json({ tags: [{ id: 'court-work', label: 'Court work' }, { id: 'self-care', label: 'Self-care' }] }),
    [PUT]: ({ body }) => json(body),
  });
}

it('explains a match by its points', async () => {
  routes([match]);
  show(<MentoringPage />);
  expect(await screen.findByText('The Other is your mentor')).toBeInTheDocument();
  const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true });
  expect(rows.map((row) => row.textContent)).toContain('Skills wanted and offeredoffers 1 of 1 wanted60');
});

it('names nobody who was erased', async () => {
  routes([{ ...match, with: { staffId: 'S-7', displayName: null } }]);
  show(<MentoringPage />);
  expect(await screen.findByText('someone who has left is your mentor')).toBeInTheDocument();
});

it('opts in as mentor and out as mentee in one go', async () => {
  const { of } = routes([]);
  show(<MentoringPage />);
  fireEvent.click(await screen.findByRole('switch', { name: 'I offer to be a mentor' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'How many people at once' }), { target: { value: '3' } });
  fireEvent.click(within(screen.getByRole('group', { name: 'What I can help with' })).getByRole('checkbox', { name: 'Self-care' }));
  fireEvent.click(screen.getByRole('switch', { name: 'I would like a mentor' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save my choices' }));
  expect(await screen.findByText(/Your choices are saved/)).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({ asMentor: { capacity: 3, skills: ['self-care'] }, asMentee: null });
});

it('asks for at least one skill before it saves', async () => {
  const { of } = routes([]);
  show(<MentoringPage />);
  fireEvent.click(await screen.findByRole('switch', { name: 'I offer to be a mentor' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save my choices' }));
  expect(screen.getByText('Choose at least one thing that you can help with.')).toBeInTheDocument();
  expect(of(PUT)).toHaveLength(0);
});
