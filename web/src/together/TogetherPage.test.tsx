import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { Match, OwnFeedback } from '../api/types';
import { speak } from '../i18n';
import { json } from '../test/gateway';
import { show } from '../test/render';
import { BASE, having, match } from './fixtures';
import TogetherPage from './TogetherPage';

const MATCHES = 'GET /api/mentorship-matching/me/matches';
const FEEDBACK = `${BASE}/feedback`;
const unanswered: OwnFeedback = { side: 'mentee', items: ['fit', 'helpful', 'safe'], answers: null, givenAt: null };

function open(of: Match[], more: Parameters<typeof having>[1] = {}, at = '/together/match/M-1') {
  const asked = having([], { [MATCHES]: () => json(of), [`GET ${BASE}/goals`]: () => json([]), [`GET ${FEEDBACK}`]: () => json(unanswered), ...more });
  show(
    <Routes>
      <Route path="/together/:kind/:id" element={<TogetherPage />} />
    </Routes>,
    { at },
  );
  return asked;
}

const choose = async (item: string, value: string) => fireEvent.click(within(await screen.findByRole('group', { name: item })).getByRole('radio', { name: value }));

it('says with whom it is, and who sees it', async () => {
  open([match]);
  expect(await screen.findByRole('heading', { level: 1, name: 'Mar Ríos is your mentor' })).toBeInTheDocument();
  expect(screen.getByText(/for you and Mar Ríos alone/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Mentoring/ })).toHaveAttribute('href', '/mentoring');
  expect(await screen.findByText('No session is planned.')).toBeInTheDocument();
});

it('stays readable once it is over', async () => {
  open([{ ...match, as: 'mentor', state: 'ended' }]);
  expect(await screen.findByRole('heading', { level: 1, name: 'You were the mentor of Mar Ríos' })).toBeInTheDocument();
  expect(screen.getByText(/This is over/)).toBeInTheDocument();
});

it('asks nobody what they think of their circle', async () => {
  const path = '/api/mentorship-matching/me/gatherings/circle/C-1';
  const circle = { circleId: 'C-1', kind: 'circle', state: 'active', answerBy: null, accepted: true, since: '2026-08-03T09:00:00Z', members: [], languages: [], topics: [], halfDay: 'tue-pm', rhythmDays: 14, meetings: [], merging: null };
  const { asked } = open([], { 'GET /api/mentorship-matching/me/circles': () => json([circle]), [`GET ${path}/sessions`]: () => json([]), [`GET ${path}/goals`]: () => json([]) }, '/together/circle/C-1');
  expect(await screen.findByRole('heading', { level: 1, name: 'My peer circle' })).toBeInTheDocument();
  expect(screen.getByText(/for you and the others in your circle alone/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Circles/ })).toHaveAttribute('href', '/circles');
  expect(await screen.findByText('No session is planned.')).toBeInTheDocument();
  expect(asked.filter((each) => each.path.endsWith('feedback'))).toEqual([]);
});

it.each([
  ['supervisee', 'Supervision by Robin', 1],
  ['supervisor', 'Supervision of Robin', 0],
])('asks in a supervision only who is supervised what they think of it: %s', async (as, title, times) => {
  const path = '/api/mentorship-matching/me/gatherings/supervision/V-1';
  const supervision = { supervisionId: 'V-1', as, with: { staffId: 'S-0101', displayName: 'Robin' }, everyDays: 28, state: 'active', since: '2026-05-04T09:00:00Z', lastHeld: null, nextDue: null };
  const { of } = open(
    [],
    {
      'GET /api/mentorship-matching/me/supervisions': () => json([supervision]),
      [`GET ${path}/sessions`]: () => json([]),
      [`GET ${path}/goals`]: () => json([]),
      [`GET ${path}/feedback`]: () => json({ ...unanswered, side: 'supervisee', items: ['time'] }),
    },
    '/together/supervision/V-1',
  );
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Supervision/ })).toHaveAttribute('href', '/supervision');
  expect(await screen.findByText('No session is planned.')).toBeInTheDocument();
  expect(of(`GET ${path}/feedback`)).toHaveLength(times);
});

it.each([
  ['none of one’s own', [], '/together/match/M-1'],
  ['one that has not begun', [{ ...match, state: 'proposed' as const, since: null }], '/together/match/M-1'],
  ['another kind of thing', [match], '/together/nothing/M-1'],
])('has nothing to show of %s', async (_, of, at) => {
  const { asked } = open(of, {}, at);
  expect(await screen.findByText('There is nothing here')).toBeInTheDocument();
  expect(asked.filter((each) => each.path.includes('gatherings'))).toEqual([]);
});

it('asks what one thinks of it, all of it, and says that nobody sees it', async () => {
  const put = `PUT ${FEEDBACK}`;
  const answers = { fit: 4, helpful: 5, safe: 3 };
  const { of } = open([match], { [put]: () => json({ ...unanswered, answers, givenAt: '2026-11-20T09:00:00Z' }) });
  expect(await screen.findByText(/Nobody sees your answers, nor whether you answered.*at least five people, once a quarter/)).toBeInTheDocument();
  await choose('We fit together.', '4');
  await choose('Our sessions help.', '5');
  fireEvent.click(screen.getByRole('button', { name: 'Send my answers' }));
  expect(of(put)).toHaveLength(0);
  await choose('I can speak openly.', '3');
  fireEvent.click(screen.getByRole('button', { name: 'Send my answers' }));
  expect(await screen.findByText(/Thank you/)).toBeInTheDocument();
  expect(of(put).map((asked) => asked.body)).toEqual([{ answers }]);
  expect(screen.getByRole('button', { name: 'Send other answers' })).toBeInTheDocument();
});

it('shows what one answered last', async () => {
  open([match], { [`GET ${FEEDBACK}`]: () => json({ ...unanswered, answers: { fit: 2, helpful: 1, safe: 5 }, givenAt: '2026-11-20T09:00:00Z' }) });
  expect(within(await screen.findByRole('group', { name: 'We fit together.' })).getByRole('radio', { name: '2' })).toBeChecked();
  expect(screen.getByText(/You answered on/)).toBeInTheDocument();
});

it('speaks Spanish', async () => {
  await speak('es', false);
  open([match]);
  expect(await screen.findByText(/solo para usted y Mar Ríos/)).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Planear una sesión' })).toBeInTheDocument();
});
