import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { Round, RoundPreview } from '../api/types';
import { type Asked, gateway, json, refusal } from '../test/gateway';
import { show, someone } from '../test/render';
import { ann, API, explanation, ID, max, mentors, preview, ROUND, round, second, staff, usual } from './fixtures';
import RoundPage from './RoundPage';

const STATE = `PUT ${ROUND}/state`;
const published: Round = { ...round, state: 'published', publishedAt: '2026-11-20T10:00:00Z' };
const TAKE_BACK = `DELETE ${ROUND}/decisions/S-2/S-9`;

function open(more: Record<string, (asked: Asked) => Response> = {}, of: Round = round) {
  const answered = gateway({
    [`GET ${API}/rounds`]: () => json([of]),
    [`GET ${API}/programme`]: () => json([usual]),
    [`GET ${API}/matches`]: () => json([]),
    [`GET ${ROUND}/preview`]: () => json(preview),
    [`GET ${ROUND}/mentors`]: () => json(mentors),
    [`GET ${ROUND}/explanation?menteeId=S-1`]: () => json(explanation),
    'GET /api/profile/staff': () => json(staff),
    ...more,
  });
  show(
    <Routes>
      <Route path="matching/:roundId" element={<RoundPage />} />
    </Routes>,
    { at: `/matching/${ID}`, as: { ...someone, roles: ['hr'] } },
  );
  return answered;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const pairs = async () => within(await screen.findByRole('table', { name: 'Pairs of the round' }));
const cells = async () =>
  (await pairs())
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()));

it('tells who waits, what it goes by, and what it would bring', async () => {
  open();
  expect(await screen.findByText('Waiting for a mentor: 3. Places free: 2.')).toBeInTheDocument();
  expect(screen.getByText(/Weighed by version 1/)).not.toHaveTextContent('meanwhile');
  expect(await cells()).toEqual([
    ['Ben', 'Mia pinned', '45'],
    ['Ann', 'Max', '72'],
  ]);
  const terms = [...document.querySelectorAll('dl > div')].map((figure) => figure.textContent);
  expect(terms).toEqual(['People matched2 of 3', 'Worst pair45 points', 'Mean58.5', 'Without a mentor1']);
  expect(screen.getByRole('button', { name: 'Cas' })).toBeInTheDocument();
});

it('says that there is no such round', async () => {
  open({ [`GET ${API}/rounds`]: () => json([]) });
  expect(await screen.findByText('There is no such round')).toBeInTheDocument();
});

it('finds pairs by name and puts them in order', async () => {
  open();
  await pairs();
  fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'mentor' } });
  expect((await cells()).map(([, mentor]) => mentor)).toEqual(['Max', 'Mia pinned']);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find by name' }), { target: { value: 'mi' } });
  expect(await cells()).toHaveLength(1);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find by name' }), { target: { value: 'nobody' } });
  expect(screen.getByText('Nobody by this name.')).toBeInTheDocument();
});

it('shows many pairs only when they are wanted', async () => {
  const many: RoundPreview = { ...preview, pairs: Array.from({ length: 60 }, (_, i) => ({ mentor: max, mentee: { staffId: `S-${100 + i}`, displayName: `Mentee ${100 + i}` }, score: 50, points: {}, pinned: false })) };
  open({ [`GET ${ROUND}/preview`]: () => json(many) });
  expect(await cells()).toHaveLength(50);
  await press('Show all 60 pairs');
  expect(await cells()).toHaveLength(60);
});

it('takes in anew who waits, and shows what comes of it', async () => {
  let taken = 0;
  open({
    [`POST ${ROUND}/refresh`]: () => {
      taken += 1;
      return json({ ...round, waiting: 4 });
    },
    [`GET ${ROUND}/preview`]: () => json(taken === 0 ? preview : { ...preview, figures: { ...preview.figures, worst: 50 } }),
  });
  await pairs();
  await press('Refresh');
  expect(await screen.findByText('50 points')).toBeInTheDocument();
  expect(screen.getByText(/Waiting for a mentor: 4\./)).toBeInTheDocument();
});

it('weighs by the version in force, if that is wanted', async () => {
  const { of } = open({ [`GET ${API}/programme`]: () => json([usual, second]), [`PUT ${ROUND}/programme`]: () => json({ ...round, programme: 2 }) });
  expect(await screen.findByText(/Version 2 is in force meanwhile/)).toBeInTheDocument();
  await press('Weigh by version 2');
  expect(await screen.findByText(/Weighed by version 2/)).toBeInTheDocument();
  expect(of(`PUT ${ROUND}/programme`)[0]?.body).toEqual({ version: 2 });
  expect(screen.queryByRole('button', { name: 'Weigh by version 2' })).not.toBeInTheDocument();
});

it('says what publishing does before it publishes, and only reads afterwards', async () => {
  const { of } = open({ [STATE]: () => json(published), [`GET ${ROUND}/verification`]: () => json({ same: true, erased: false }) });
  await pairs();
  await press('Publish');
  const asked = within(screen.getByRole('group', { name: 'Publish' }));
  expect(asked.getByText(/2 proposals go out at once.*1 person gets no mentor.*does not change any more/)).toBeInTheDocument();
  expect(of(STATE)).toEqual([]);
  fireEvent.click(asked.getByRole('button', { name: 'Yes, publish' }));
  expect(await screen.findByText(/Published on .*2026/)).toBeInTheDocument();
  expect(of(STATE)[0]?.body).toEqual({ state: 'published' });
  for (const name of ['Publish', 'Refresh', 'Cancel the round', 'Compare', /^Take back/]) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  }
  fireEvent.click((await pairs()).getByRole('button', { name: 'Ann' }));
  expect(await screen.findByText(/Max is number 2 by points/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Forbid this pair' })).not.toBeInTheDocument();
});

it('publishes nothing when one thinks again', async () => {
  const { of } = open();
  await pairs();
  await press('Publish');
  await press('Not yet');
  expect(screen.queryByRole('button', { name: 'Yes, publish' })).not.toBeInTheDocument();
  expect(of(STATE)).toEqual([]);
});

it('names the pairs that are not possible any more, and refreshes from there', async () => {
  const gone = [
    { mentorId: 'S-8', menteeId: 'S-1', because: 'doesNotWaitAnyMore' },
    { mentorId: 'S-9', menteeId: 'S-2', because: 'notForThisPair' },
  ];
  const { of } = open({ [STATE]: () => refusal('round-is-old', { pairs: gone }), [`POST ${ROUND}/refresh`]: () => json(round) });
  await pairs();
  await press('Publish');
  await press('Yes, publish');
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByText(/^2 pairs are not possible any more/)).toBeInTheDocument();
  expect(alert.getByText('Max and Ann: one of the two does not wait or work here any more')).toBeInTheDocument();
  expect(alert.getByText('Mia and Ben: it is not for these two; why stays confidential')).toBeInTheDocument();
  fireEvent.click(alert.getByRole('button', { name: 'Refresh the round' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(of(`POST ${ROUND}/refresh`)).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Yes, publish' })).not.toBeInTheDocument();
});

it('says so when somebody else has refreshed at the same time', async () => {
  open({ [STATE]: () => refusal('round-is-old', { pairs: [] }), [`POST ${ROUND}/refresh`]: () => refusal('changed-meanwhile') });
  await pairs();
  await press('Publish');
  await press('Yes, publish');
  await press('Refresh the round');
  expect(await screen.findByText(/Somebody else has changed this round meanwhile/)).toBeInTheDocument();
  await press('Look again');
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});

it('lets one look again when somebody else has changed the round', async () => {
  let name = 'Winter round';
  open({ [STATE]: () => refusal('changed-meanwhile'), [`GET ${API}/rounds`]: () => json([{ ...round, name }]) });
  await pairs();
  await press('Publish');
  await press('Yes, publish');
  expect(await screen.findByText(/Somebody else has changed this round meanwhile/)).toBeInTheDocument();
  name = 'Winter round, changed';
  await press('Look again');
  expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('cancels the round once that is confirmed', async () => {
  const { of } = open({ [STATE]: () => json({ ...round, state: 'cancelled' }) });
  await pairs();
  await press('Cancel the round');
  expect(screen.getByText(/Nothing is proposed, your decisions are of no use any more/)).toBeInTheDocument();
  await press('Yes, cancel it');
  expect(await screen.findByText(/nothing came of it/)).toBeInTheDocument();
  expect(of(STATE)[0]?.body).toEqual({ state: 'cancelled' });
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

it('says what to do when pins do not go together, and takes one back', async () => {
  let pinned = true;
  open({
    [`GET ${ROUND}/preview`]: () => (pinned ? refusal('pins-do-not-go-together') : json(preview)),
    [TAKE_BACK]: () => {
      pinned = false;
      return json({ ...round, decisions: [] });
    },
  });
  expect(await screen.findByText(/The pinned pairs cannot all be/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
  const decisions = within(screen.getByRole('region', { name: 'Decisions about pairs' }));
  await waitFor(() => expect(decisions.getByText(/Because both asked for it\. Kim Harbour, .*2026/)).toBeInTheDocument());
  fireEvent.click(decisions.getByRole('button', { name: 'Take back: Mia is pinned to Ben' }));
  expect(await pairs()).toBeDefined();
  expect(await decisions.findByText(/Taken back/)).toHaveFocus();
  expect(decisions.getByText(/Nothing is pinned or forbidden/)).toBeInTheDocument();
});

it.each([
  [{ same: true, erased: false }, /It comes to the same/],
  [{ same: false, erased: false }, /It comes to something else than what was published/],
  [{ same: false, erased: true }, /somebody in it was erased/],
])('reckons a published round again and puts %o into words', async (verification, words) => {
  open({ [`GET ${ROUND}/verification`]: () => json(verification) }, published);
  await press('Reckon it again');
  expect(await screen.findByText(words)).toBeInTheDocument();
});

it('shows somebody erased without a name', async () => {
  open({ [`GET ${ROUND}/preview`]: () => json({ ...preview, pairs: [{ ...preview.pairs[0], mentor: max, mentee: { ...ann, displayName: null } }] }) }, published);
  expect((await cells())[0]?.[0]).toBe('someone who has left');
});
