import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AgencyEvent, Role } from '../api/types';
import { formatFor } from '../i18n/format';
import { speak } from '../i18n';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import { mar, me, words } from '../together/fixtures';
import EventsPage from './EventsPage';

const PATH = '/api/mentorship-matching/events';
const GET = `GET ${PATH}`;
const JOIN = `PUT ${PATH}/e-1/participation`;
const NEW = `PUT ${PATH}/00000000-0000-4000-8000-000000000000`;
const soon = { number: 1, startsAt: '2099-05-06T09:30:00Z', endsAt: '2099-05-06T11:00:00Z' };
const event: AgencyEvent = {
  eventId: 'e-1',
  title: 'Standing up in court',
  startsAt: soon.startsAt,
  endsAt: soon.endsAt,
  repetition: null,
  next: soon,
  place: 'Room 12',
  topic: 'court-work',
  places: 8,
  free: 3,
  cancelled: false,
  organiser: mar,
  joined: false,
  people: null,
};
const own: AgencyEvent = { ...event, eventId: 'e-2', title: 'Breathing at noon', organiser: me, people: [mar, { staffId: '', displayName: null }] };
const weekly: AgencyEvent = { ...event, repetition: { everyDays: 7, times: 6, zone: 'Europe/Berlin' }, next: { ...soon, number: 3 } };

const profile = (mentor: boolean) => json({ staffId: 'S-0142', displayName: 'Someone', unit: null, roles: [], languages: [], mentoring: { asMentor: mentor ? { capacity: 1, skills: [], directions: [], wants: 'anybody' } : null } });

function open(events: AgencyEvent[], more: Parameters<typeof gateway>[0] = {}, roles: Role[] = ['staff'], mentor = false) {
  const asked = gateway({ ...words, 'GET /api/profile/me': () => profile(mentor), [GET]: () => json(events), ...more });
  return { ...asked, ...show(<EventsPage />, { at: '/events', as: { ...someone, roles } }) };
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const region = async (name: string) => within(await screen.findByRole('region', { name }));
const fact = (name: string) => screen.getByText(name).nextElementSibling;

const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const names = (part: Awaited<ReturnType<typeof region>>) => part.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

async function fill() {
  await press('Announce something');
  type(/^Title/, ' Saying no ');
  type(/^Day/, '2099-06-07');
  type(/^Time/, '14:15');
  type(/^Length/, '120');
  type(/^Where/, ' Room 9 ');
  type(/^Topic/, 'self-care');
  type(/^How many can join/, '5');
}

beforeEach(() => void vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes));
afterEach(() => vi.restoreAllMocks());

it('says when and where something is, what about, by whom, and how many can still come', async () => {
  const { container } = open([event]);
  expect(await screen.findByRole('heading', { level: 3, name: 'Standing up in court' })).toBeInTheDocument();
  expect(container.querySelector('time')?.textContent).toBe(formatFor('en').span(soon.startsAt, soon.endsAt));
  expect(fact('Where')).toHaveTextContent('Room 12');
  expect(fact('Topic')).toHaveTextContent('Court work');
  expect(fact('Organised by')).toHaveTextContent('Mar Ríos');
  expect(fact('Places')).toHaveTextContent('3 of 8 are free');
  expect(screen.queryByText('Who has joined')).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /calendar/ })).not.toBeInTheDocument();
});

it('says of a learning group which meeting is the next one', async () => {
  open([weekly]);
  expect(await screen.findByText('Meeting 3 of 6, every week')).toBeInTheDocument();
});

it('puts what is the reader’s first, and leaves out what others cancelled', async () => {
  open([event, { ...event, eventId: 'e-3', title: 'Not any more', cancelled: true }, { ...event, eventId: 'e-4', title: 'A walk', joined: true, cancelled: true }, own]);
  expect(names(await region('Yours'))).toEqual(['A walk', 'Breathing at noon']);
  expect(names(await region('To join'))).toEqual(['Standing up in court']);
  expect(screen.getByRole('link', { name: 'Take it out of my calendar' })).toHaveAttribute('href', `${PATH}/e-4/calendar.ics`);
  expect(screen.getByRole('link', { name: 'Put it into my calendar' })).toHaveAttribute('href', `${PATH}/e-2/calendar.ics`);
});

it('joins once, whatever is pressed twice, and says so where it is then', async () => {
  const { of } = open([event], { [JOIN]: () => json({ ...event, joined: true, free: 2 }) });
  await userEvent.dblClick(await screen.findByRole('button', { name: 'Join' }));
  expect(await screen.findByText('You are in: Standing up in court.')).toBeInTheDocument();
  expect(of(JOIN)).toHaveLength(1);
  const mine = await region('Yours');
  expect(mine.getByText('2 of 8 are free')).toBeInTheDocument();
  expect(mine.getByRole('link', { name: 'Put it into my calendar' })).toHaveAttribute('download', 'event.ics');
  expect(screen.getByText('There is nothing else at the moment.')).toBeInTheDocument();
});

it('is joined and left by keyboard alone', async () => {
  const leave = `DELETE ${PATH}/e-1/participation`;
  const { of } = open([event], { [JOIN]: () => json({ ...event, joined: true }), [leave]: () => json(event) });
  (await screen.findByRole('button', { name: 'Join' })).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText(/^You are in/)).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole('link', { name: 'Put it into my calendar' })).toHaveFocus();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('Your place goes to whoever comes first.')).toBeInTheDocument();
  expect(of(leave)).toHaveLength(0);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText(/^You are not in any more/)).toHaveFocus();
  expect(of(leave)).toHaveLength(1);
  expect(await screen.findByRole('button', { name: 'Join' })).toBeInTheDocument();
});

it('says that something is full, and offers no place that is not there', async () => {
  open([{ ...event, free: 0 }]);
  expect(await screen.findByText('full')).toBeInTheDocument();
  expect(fact('Places')).toHaveTextContent('all 8 are taken');
  expect(screen.getByText(/no place at the moment/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Join' })).not.toBeInTheDocument();
});

it('shows a refusal at its event and what it is now, where somebody else took the last place', async () => {
  const lists = [[{ ...event, free: 1 }], [{ ...event, free: 0 }]];
  open([], { [GET]: () => json(lists.length > 1 ? lists.shift() : lists[0]), [JOIN]: () => problem(409, 'All 8 places are taken.') });
  await press('Join');
  expect(await screen.findByText('All 8 places are taken.')).toBeInTheDocument();
  expect(await screen.findByText('full')).toBeInTheDocument();
});

it.each([
  ['an event', false, event],
  ['a learning group', true, weekly],
  ['a learning group for the last time', false, { ...weekly, next: { ...soon, number: 6 } }],
])('offers %s that has begun to be joined only if it goes on: %s', async (_, joinable, begun) => {
  open([{ ...begun, next: { ...begun.next, startsAt: '2026-05-06T09:30:00Z' } }]);
  expect(await screen.findByText('under way')).toBeInTheDocument();
  expect(screen.queryAllByRole('button', { name: 'Join' })).toHaveLength(joinable ? 1 : 0);
});

it('says what comes next where there is nothing', async () => {
  open([]);
  expect(await screen.findByText('Nothing is coming up yet')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Offer to be a mentor' })).toHaveAttribute('href', '/mentoring');
  expect(screen.queryByRole('button', { name: 'Announce something' })).not.toBeInTheDocument();
});

it('says so when it cannot be read', async () => {
  let broken = true;
  open([], { [GET]: () => (broken ? problem(503, 'Not now.') : json([event])) });
  expect(await screen.findByText('Not now.')).toBeInTheDocument();
  broken = false;
  await press('Try again');
  expect(await screen.findByRole('button', { name: 'Join' })).toBeInTheDocument();
});

it('is there for who is in no profile, without what a profile allows', async () => {
  open([event], { 'GET /api/profile/me': () => problem(404, 'There is no such person.') }, ['administrator']);
  expect(await screen.findByRole('button', { name: 'Join' })).toBeInTheDocument();
  expect(screen.queryByText('Announce something')).not.toBeInTheDocument();
});

describe('who announces', () => {
  it.each<[string, Role[], boolean]>([
    ['HR', ['hr'], false],
    ['a mentor', ['staff'], true],
  ])('%s says what, when, where and for how many', async (_, roles, mentor) => {
    const { of } = open([], { [NEW]: () => json({ ...own, title: 'Saying no', people: [] }) }, roles, mentor);
    await fill();
    fireEvent.click(screen.getByRole('button', { name: 'Announce it' }));
    expect(await screen.findByText('Announced: Saying no.')).toHaveFocus();
    const at = new Date(2099, 5, 7, 14, 15);
    expect(of(NEW).map((asked) => asked.body)).toEqual([
      { title: 'Saying no', startsAt: at.toISOString(), endsAt: new Date(at.getTime() + 7_200_000).toISOString(), repetition: null, place: 'Room 9', topic: 'self-care', places: 5 },
    ]);
    expect((await region('Yours')).getByText('Nobody yet')).toBeInTheDocument();
  });

  it('has a learning group meet several times at the same time of day', async () => {
    const { of } = open([], { [NEW]: () => json(weekly) }, ['hr']);
    await fill();
    expect(screen.queryByLabelText(/How many times/)).not.toBeInTheDocument();
    type(/^How often/, '14');
    expect(screen.getByLabelText(/^First day/)).toHaveValue('2099-06-07');
    type(/How many times/, '4');
    fireEvent.click(screen.getByRole('button', { name: 'Announce it' }));
    expect(await screen.findByText(/^Announced/)).toBeInTheDocument();
    expect(of(NEW)[0]?.body).toMatchObject({ repetition: { everyDays: 14, times: 4, zone: Intl.DateTimeFormat().resolvedOptions().timeZone } });
  });

  it('sees at its field what is wrong, and keeps what was typed', async () => {
    const wrong = { '/title': 'is too long', '/startsAt': 'is over', '/endsAt': 'is too late', '/place': 'is empty', '/topic': 'is unknown', '/places': 'is too many', '/repetition/everyDays': 'is too often', '/repetition/times': 'is too few', '/repetition/zone': 'There is no such zone.' };
    open([], { [NEW]: () => invalid(wrong) }, ['hr']);
    await fill();
    type(/^How often/, '7');
    fireEvent.click(screen.getByRole('button', { name: 'Announce it' }));
    expect(await screen.findByText(/mend what is marked.*There is no such zone/)).toBeInTheDocument();
    const labels = [/^Title/, /^First day/, /^Length/, /^Where/, /^Topic/, /^How many can join/, /^How often/, /^How many times/];
    expect(labels.map((label) => screen.getByLabelText(label)).map((field) => field.getAttribute('aria-invalid'))).toEqual(labels.map(() => 'true'));
    expect(screen.getByLabelText(/^First day/)).toHaveAccessibleDescription('is over');
    expect(screen.getByLabelText(/^Title/)).toHaveFocus();
    expect(screen.getByLabelText(/^Title/)).toHaveValue(' Saying no ');
  });

  it('finds what was typed again after signing in, under the same id', async () => {
    const { unmount } = open([], { [NEW]: () => problem(401, 'Sign in first.') }, ['hr']);
    await fill();
    fireEvent.click(screen.getByRole('button', { name: 'Announce it' }));
    expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
    unmount();
    const { of } = open([], { [NEW]: () => json(own) }, ['hr']);
    expect(await screen.findByLabelText(/^Title/)).toHaveValue(' Saying no ');
    fireEvent.click(screen.getByRole('button', { name: 'Announce it' }));
    expect(await screen.findByText(/^Announced/)).toBeInTheDocument();
    expect(of(NEW)).toHaveLength(1);
  });

  it('sees who has joined, and changes it starting from what it is', async () => {
    const put = `PUT ${PATH}/e-2`;
    const before = { ...own, topic: 'of their own', repetition: { everyDays: 21, times: 5, zone: 'America/New_York' } };
    const { of } = open([before], { [put]: () => json({ ...before, place: 'Room 13' }) });
    expect((await region('Yours')).getByText(/Mar Ríos and/)).toBeInTheDocument();
    expect(fact('Organised by')).toHaveTextContent('you');
    await press('Change it');
    type(/^Where/, 'Room 13');
    fireEvent.click(screen.getByRole('button', { name: 'Save the change' }));
    expect(await screen.findByText('Room 13')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 3 })).toHaveFocus();
    const { title, topic, repetition, places } = before;
    expect(of(put).map((asked) => asked.body)).toEqual([{ title, startsAt: '2099-05-06T09:30:00.000Z', endsAt: '2099-05-06T11:00:00.000Z', repetition, place: 'Room 13', topic, places }]);
  });

  it('cannot have fewer places than people, and is told so there', async () => {
    open([own], { [`PUT ${PATH}/e-2`]: () => problem(409, 'Keep at least as many places.', {}, undefined, 'more-have-joined', { pointer: '/places' }) });
    await press('Change it');
    type(/^How many can join/, '1');
    fireEvent.click(screen.getByRole('button', { name: 'Save the change' }));
    await vi.waitFor(() => expect(screen.getByLabelText(/^How many can join/)).toHaveAccessibleDescription('Keep at least as many places.'));
  });

  it('cancels it only once that is confirmed', async () => {
    const cancel = `DELETE ${PATH}/e-2`;
    const { of } = open([own], { [cancel]: () => json({ ...own, cancelled: true }) });
    await press('Cancel it');
    expect(screen.getByText(/Everybody who has joined hears of it/)).toBeInTheDocument();
    await press('No, keep it');
    expect(of(cancel)).toHaveLength(0);
    await press('Cancel it');
    await press('Yes, cancel it');
    expect(await screen.findByText('Cancelled: Breathing at noon.')).toHaveFocus();
    expect(screen.getByText('cancelled')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Change it' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Take it out of my calendar' })).toBeInTheDocument();
  });
});

it('speaks Spanish', async () => {
  await speak('es', false);
  open([weekly]);
  expect(await screen.findByText('Encuentro 3 de 6, cada semana')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Apuntarse' })).toBeInTheDocument();
});
