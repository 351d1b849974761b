import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import type { CircleForming, CircleOverview, FormingPreview } from '../api/types';
import { speak } from '../i18n';
import { gateway, json, problem, refusal } from '../test/gateway';
import { show } from '../test/render';
import { mar, me, words } from '../together/fixtures';
import FormingPage from './FormingPage';
import FormingsPage from './FormingsPage';

const API = '/api/mentorship-matching';
const ONE = `${API}/circle-formings/F-1`;
const NEW = '00000000-0000-4000-8000-000000000000';
const forming: CircleForming = { formingId: 'F-1', name: 'Winter circles', kind: 'circle', differentUnits: true, newCompany: false, state: 'open', openedAt: '2026-11-18T08:00:00Z', publishedAt: null, people: 13 };
const preview: FormingPreview = {
  figures: { circles: 1, placed: 3, score: 219, bound: 220, ratio: 219 / 220 },
  circles: [{ circleId: 'F-1-1', members: [me, mar, { staffId: 'S-9', displayName: 'Nine' }], halfDay: 'tue-pm', languages: ['en'], topics: ['self-care'], score: 219, points: { perspective: 75, topics: 90, ofALaterVersion: 54 } }],
  leftOut: [
    { person: { staffId: 'S-5', displayName: 'Five' }, rule: 'commonTime', because: 'in the words of the service' },
    { person: { staffId: 'S-6', displayName: 'Six' }, rule: 'ofALaterVersion', because: 'in the words of the service' },
  ],
  obstacles: [
    { rule: 'differentUnits', because: '', people: 4, room: 2 },
    { rule: 'apart', because: '', people: null, room: null },
  ],
};

function open(more: Parameters<typeof gateway>[0] = {}, at = '/matching/circles/F-1') {
  const asked = gateway({ ...words, [`GET ${API}/circle-formings`]: () => json([forming]), [`GET ${ONE}/preview`]: () => json(preview), [`GET ${API}/circles`]: () => json([]), ...more });
  show(
    <Routes>
      <Route path="/matching/circles" element={<FormingsPage />} />
      <Route path="/matching/circles/:formingId" element={<FormingPage />} />
    </Routes>,
    { at },
  );
  return asked;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

afterEach(() => vi.restoreAllMocks());

it('says who is brought together, how good that is, and claims no more than is reached', async () => {
  open();
  expect(await screen.findByText('99 % of what can be proven possible at most')).toBeInTheDocument();
  expect(screen.getByText('Someone, Mar Ríos, and Nine')).toBeInTheDocument();
  expect(screen.getByText('Tuesday afternoon')).toBeInTheDocument();
  expect(screen.getByText('73 of 100 points a pair on average')).toBeInTheDocument();
  expect(screen.getAllByRole('row', { hidden: true }).map((row) => row.textContent)).toEqual(['PartPoints', 'Different units75', 'Shared topics90', 'ofALaterVersion54', 'All 3 pairs together219']);
});

it('says what is proven to be the best', async () => {
  open({ [`GET ${ONE}/preview`]: () => json({ ...preview, figures: { ...preview.figures, bound: 219, ratio: 1 } }) });
  expect(await screen.findByText('Proven to be the best possible')).toBeInTheDocument();
});

it('says why somebody has no circle, and what is in the way without telling on anybody', async () => {
  open();
  const [five, six] = within(await screen.findByRole('region', { name: 'Without a circle' })).getAllByRole('listitem');
  expect(five).toHaveTextContent('FiveThere is no half day on which enough others can meet too.');
  expect(six).toHaveTextContent('Sixin the words of the service');
  expect(screen.getByText(/They work in the same unit.*concerns 4 people, of whom 2 can be placed/)).toBeInTheDocument();
  expect(screen.getByText(/too many who must not be together/)).not.toHaveTextContent('concerns');
});

it('publishes once that is confirmed', async () => {
  const { of } = open({ [`PUT ${ONE}/state`]: () => json({ ...forming, state: 'published', publishedAt: '2026-11-20T08:00:00Z' }) });
  await waitFor(async () => expect(await screen.findByRole('button', { name: 'Publish' })).toBeEnabled());
  await press('Publish');
  expect(screen.getByText(/3 people are asked/)).toBeInTheDocument();
  expect(of(`PUT ${ONE}/state`)).toHaveLength(0);
  await press('Yes, publish');
  expect(await screen.findByRole('button', { name: 'Reckon it again' })).toBeInTheDocument();
  expect(of(`PUT ${ONE}/state`).map((asked) => asked.body)).toEqual([{ state: 'published' }]);
});

it('cancels once that is confirmed', async () => {
  const { of } = open({ [`PUT ${ONE}/state`]: () => json({ ...forming, state: 'cancelled' }) });
  await press('Cancel the forming');
  await press('Yes, cancel it');
  expect(await screen.findByText(/It was cancelled/)).toBeInTheDocument();
  expect(of(`PUT ${ONE}/state`).map((asked) => asked.body)).toEqual([{ state: 'cancelled' }]);
  expect(screen.queryByText('What it brings')).not.toBeInTheDocument();
});

it('has nothing to publish where no circle can be formed', async () => {
  open({ [`GET ${ONE}/preview`]: () => json({ figures: { circles: 0, placed: 0, score: 0, bound: 0, ratio: null }, circles: [], leftOut: [], obstacles: [{ rule: 'size', because: '', people: 3, room: 0 }] }) });
  expect(await screen.findByText('No circle can be formed.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
});

it('says what to do where people have changed since', async () => {
  open({ [`PUT ${ONE}/state`]: () => refusal('forming-is-old', { circles: 1 }) });
  await waitFor(async () => expect(await screen.findByRole('button', { name: 'Publish' })).toBeEnabled());
  await press('Publish');
  await press('Yes, publish');
  expect(await screen.findByRole('alert')).toHaveTextContent(/not possible any more.*Cancel this forming and open another one/);
});

it.each([
  [{ same: true, erased: false }, /comes to the same/],
  [{ same: false, erased: true }, /erased/],
])('reckons a published forming again: %o', async (answer, text) => {
  open({ [`GET ${API}/circle-formings`]: () => json([{ ...forming, state: 'published', publishedAt: '2026-11-20T08:00:00Z' }]), [`GET ${ONE}/verification`]: () => json(answer) });
  await press('Reckon it again');
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('says so when there is no such forming', async () => {
  open({ [`GET ${API}/circle-formings`]: () => json([]) });
  expect(await screen.findByText('There is no such forming')).toBeInTheDocument();
});

it('can be tried again when it cannot be reckoned', async () => {
  let broken = true;
  open({ [`GET ${ONE}/preview`]: () => (broken ? problem(503, 'Not now.') : json(preview)) });
  expect(await screen.findByText('Not now.')).toBeInTheDocument();
  broken = false;
  await press('Try again');
  expect(await screen.findByText('Someone, Mar Ríos, and Nine')).toBeInTheDocument();
});

describe('all of them', () => {
  const circle: CircleOverview = { circleId: 'C-1', kind: 'circle', state: 'active', since: '2026-08-11T09:00:00Z', members: [me, mar] };

  it('are listed, with the circles that came of them', async () => {
    open({ [`GET ${API}/circles`]: () => json([{ ...circle, circleId: 'C-2', state: 'proposed', since: null, members: [] }, circle]) }, '/matching/circles');
    expect(await screen.findByRole('link', { name: 'Winter circles' })).toHaveAttribute('href', '/matching/circles/F-1');
    const rows = within(await screen.findByRole('table', { name: 'Circles, newest first' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['KindMembersSinceState', 'Peer circle––proposal', 'Peer circleSomeone and Mar RíosAug 11, 2026under way']);
  });

  it('get another one, which is opened with what was chosen', async () => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
    const put = `PUT ${API}/circle-formings/${NEW}`;
    const opened = { ...forming, formingId: NEW, name: 'Spring groups', kind: 'supervision-group' };
    const { of } = open({ [put]: () => json(opened), [`GET ${API}/circle-formings/${NEW}/preview`]: () => json(preview) }, '/matching/circles');
    fireEvent.change(await screen.findByRole('textbox', { name: /Name of the forming/ }), { target: { value: 'Spring groups' } });
    fireEvent.change(screen.getByLabelText(/What is formed/), { target: { value: 'supervision-group' } });
    expect(screen.getByText(/Of 4 to 6 practitioners/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('switch', { name: 'No two of a circle from the same unit' }));
    await press('Open a forming');
    expect(await screen.findByRole('heading', { level: 1, name: 'Spring groups' })).toBeInTheDocument();
    expect(of(put).map((asked) => asked.body)).toEqual([{ kind: 'supervision-group', name: 'Spring groups', differentUnits: true, newCompany: true }]);
  });

  it('say so where the first attempt to open one went through', async () => {
    const ids = vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
    const { of } = open({ [`PUT ${API}/circle-formings/${NEW}`]: () => refusal('id-taken') }, '/matching/circles');
    fireEvent.change(await screen.findByRole('textbox', { name: /Name of the forming/ }), { target: { value: 'Spring groups' } });
    const made = ids.mock.calls.length;
    await press('Open a forming');
    expect(await screen.findByText(/The first attempt went through/)).toBeInTheDocument();
    expect(ids.mock.calls.length).toBeGreaterThan(made);
    await waitFor(() => expect(of(`GET ${API}/circle-formings`)).toHaveLength(2));
  });
});

it('speaks Spanish', async () => {
  await speak('es', false);
  open();
  expect(await screen.findByText('99 % de lo que, como máximo, se puede demostrar posible')).toBeInTheDocument();
  expect(screen.getByText('No hay ningún medio día en el que puedan reunirse también suficientes personas más.')).toBeInTheDocument();
});
