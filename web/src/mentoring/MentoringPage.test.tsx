import { fireEvent, screen, within } from '@testing-library/react';
import type { Match, Mentoring, Vocabulary } from '../api/types';
import { gateway, invalid, json } from '../test/gateway';
import { show } from '../test/render';
import MentoringPage from './MentoringPage';

const match: Match = {
  matchId: 'M-1',
  as: 'mentee',
  with: { staffId: 'S-7', displayName: 'The Other' },
  since: '2026-08-03T09:00:00Z',
  state: 'active',
  answerBy: null,
  accepted: true,
  endedByRule: null,
  score: 70,
  points: [
    { criterion: 'skills', points: 60, because: 'offers 1 of 1 wanted' },
    { criterion: 'languages', points: 10, because: 'both speak en' },
  ],
};
const asking: Mentoring = { asMentor: null, asMentee: { needs: ['court-work'], directions: [], wants: 'anybody' }, caseloads: [], times: [], meets: [], asPeer: null };
const vocabulary: Vocabulary = {
  tags: [{ id: 'court-work', label: 'Court work' }, { id: 'self-care', label: 'Self-care' }],
  caseloads: [{ id: 'youth', label: 'Young people' }, { id: 'school', label: 'School social work' }],
  directions: [{ id: 'leadership', label: 'Leading people' }],
  times: [{ id: 'mon-am', label: 'Monday morning' }, { id: 'mon-pm', label: 'Monday afternoon' }],
  meets: [{ id: 'online', label: 'Online' }],
  wants: {
    asMentor: [{ id: 'anybody', label: 'Anybody' }, { id: 'newcomers', label: 'Somebody new to the job' }],
    asMentee: [{ id: 'anybody', label: 'Anybody' }, { id: 'more-experienced', label: 'Somebody more experienced' }],
  },
};
const PUT = 'PUT /api/profile/me/mentoring';

function routes(matches: Match[], mentoring: Mentoring | null = asking) {
  return gateway({
    'GET /api/mentorship-matching/me/matches': () => json(matches),
    'GET /api/profile/me': () => json({ staffId: 'S-1', displayName: 'Me', unit: null, roles: ['staff'], languages: ['en'], mentoring }),
    'GET /api/profile/vocabulary': () => json(vocabulary),
    [PUT]: ({ body }) => json(body),
    'GET /api/mentorship-matching/me/participation': () => json({ onHold: false, becauseUnanswered: false, apart: [] }),
    'GET /api/check-in/me/help-options': () => json({ options: [], crisis: [] }),
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
  expect(of(PUT)[0]?.body).toEqual({ asMentor: { capacity: 3, skills: ['self-care'], directions: [], wants: 'anybody' }, asMentee: null, caseloads: [], times: [], meets: [], asPeer: null });
});

it('asks for at least one skill before it saves', async () => {
  const { of } = routes([]);
  show(<MentoringPage />);
  fireEvent.click(await screen.findByRole('switch', { name: 'I offer to be a mentor' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save my choices' }));
  expect(screen.getByText('Choose at least one thing that you can help with.')).toBeInTheDocument();
  expect(of(PUT)).toHaveLength(0);
});

const switchOn = async (name: string) => fireEvent.click(await screen.findByRole('switch', { name }));
const choose = (group: string, word: string) => fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('checkbox', { name: word }));
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save my choices' }));

it('sends what one works with, when and how one can meet, and where one would like to go', async () => {
  const { of } = routes([]);
  show(<MentoringPage />);
  await screen.findByRole('group', { name: 'About working together' });
  choose('Where I would like to go (optional)', 'Leading people');
  fireEvent.change(screen.getByRole('combobox', { name: 'Whom I would like as a mentor' }), { target: { value: 'more-experienced' } });
  choose('What I work with', 'Young people');
  choose('What I work with', 'School social work');
  choose('What I work with', 'Young people');
  choose('When I can usually meet', 'Monday afternoon');
  choose('How I like to meet', 'Online');
  save();
  expect(await screen.findByText(/Your choices are saved/)).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({
    asMentor: null,
    asMentee: { needs: ['court-work'], directions: ['leadership'], wants: 'more-experienced' },
    caseloads: ['school'],
    times: ['mon-pm'],
    meets: ['online'],
    asPeer: null,
  });
});

it('opts in to peers alone', async () => {
  const { of } = routes([], { ...asking, asMentee: null });
  show(<MentoringPage />);
  await screen.findByRole('group', { name: 'Peers' });
  expect(screen.queryByRole('group', { name: 'About working together' })).not.toBeInTheDocument();
  expect(screen.queryByRole('group', { name: 'Topics I know and like to talk about' })).not.toBeInTheDocument();
  await switchOn('I would like to join a peer supervision group');
  choose('Topics I know and like to talk about', 'Self-care');
  choose('What I work with', 'Young people');
  save();
  expect(await screen.findByText(/Your choices are saved/)).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({
    asMentor: null,
    asMentee: null,
    caseloads: ['youth'],
    times: [],
    meets: [],
    asPeer: { circle: false, supervisionGroup: true, introductions: false, topics: ['self-care'] },
  });
});

it('shows what one has chosen, and opts out of peers', async () => {
  const { of } = routes([], { ...asking, times: ['mon-am'], asPeer: { circle: true, supervisionGroup: false, introductions: false, topics: ['court-work'] } });
  show(<MentoringPage />);
  await screen.findByRole('group', { name: 'Peers' });
  expect(screen.getByRole('switch', { name: 'I would like to join a peer circle' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Monday morning' })).toBeChecked();
  await switchOn('I would like to join a peer circle');
  save();
  expect(await screen.findByText(/Your choices are saved/)).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({ ...asking, times: ['mon-am'] });
});

it('leads to the topics that an introduction needs', async () => {
  const { of } = routes([]);
  show(<MentoringPage />);
  await switchOn('I would like to be introduced to colleagues');
  save();
  const topics = screen.getByRole('group', { name: 'Topics I know and like to talk about' });
  expect(topics).toHaveAccessibleDescription('Choose at least one topic that you can be introduced for.');
  expect(within(topics).getByRole('checkbox', { name: 'Court work' })).toHaveFocus();
  expect(of(PUT)).toHaveLength(0);
});

it.each([
  ['/caseloads/0', 'What I work with'],
  ['/times/0', 'When I can usually meet'],
  ['/meets/0', 'How I like to meet'],
  ['/asMentee/directions/0', 'Where I would like to go (optional)'],
])('says what is wrong with %s at its field', async (pointer, group) => {
  gateway({
    'GET /api/mentorship-matching/me/matches': () => json([]),
    'GET /api/profile/me': () => json({ staffId: 'S-1', displayName: 'Me', unit: null, roles: ['staff'], languages: ['en'], mentoring: asking }),
    'GET /api/profile/vocabulary': () => json(vocabulary),
    [PUT]: () => invalid({ [pointer]: 'must be a word of the vocabulary' }),
  });
  show(<MentoringPage />);
  await screen.findByRole('group', { name: group });
  save();
  const alert = await within(screen.getByRole('group', { name: group })).findByRole('alert');
  expect(alert).toHaveTextContent('must be a word of the vocabulary');
  expect(within(screen.getByRole('group', { name: group })).getAllByRole('checkbox')[0]).toHaveFocus();
});
