import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Agreement, SharedGoal } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { BASE, gathering, having, held, mar, me } from './fixtures';
import { Intentions } from './Intentions';
import { Note } from './Note';
import { Sessions } from './Sessions';

const NOTE = `${BASE}/sessions/s-2/note`;
const AGREED = `${BASE}/sessions/s-2/agreements`;
const GOALS = `${BASE}/goals`;
const NEW = '00000000-0000-4000-8000-000000000000';
const none = () => problem(404, 'You have noted nothing.', {}, undefined, 'no-such-note');
const goal: SharedGoal = { goalId: 'g-1', text: 'Stand up in court.', by: me, mine: true, state: 'open', due: '2027-02-01' };
const theirs: SharedGoal = { ...goal, goalId: 'g-2', text: 'Say no.', by: mar, mine: false, due: null };
const agreement: Agreement = { agreementId: 'a-1', text: 'We read it aloud.', by: mar, mine: false, state: 'open' };

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const goals = (living = true) => <Intentions of="goal" path={GOALS} living={living} />;
const note = <Note path={NOTE} name="note" />;

afterEach(() => vi.restoreAllMocks());

describe('a note', () => {
  it('is read only once it is opened, beside what was agreed', async () => {
    const { of } = having([held], { [`GET ${NOTE}`]: () => json({ text: 'For me.' }), [`GET ${AGREED}`]: () => json([agreement]) });
    show(<Sessions gathering={gathering} />);
    const opener = await screen.findByRole('button', { name: /My note/ });
    expect(of(`GET ${NOTE}`)).toHaveLength(0);
    fireEvent.click(opener);
    expect(await screen.findByRole('textbox', { name: /My note/ })).toHaveValue('For me.');
    expect(screen.getByRole('textbox', { name: /My note/ })).toHaveAccessibleDescription(/Only you can read this/);
    expect(await screen.findByText('We read it aloud.')).toBeInTheDocument();
  });

  it('is written and thrown away, the latter once that is confirmed', async () => {
    const { of } = gateway({ [`GET ${NOTE}`]: none, [`PUT ${NOTE}`]: () => json({ text: 'Ask her.' }), [`DELETE ${NOTE}`]: () => new Response(null, { status: 204 }) });
    show(note);
    fireEvent.change(await screen.findByRole('textbox', { name: /My note/ }), { target: { value: 'Ask her.' } });
    await press('Save my note');
    expect(await screen.findByText('Your note is saved.')).toBeInTheDocument();
    expect(of(`PUT ${NOTE}`).map((asked) => asked.body)).toEqual([{ text: 'Ask her.' }]);
    await press('Throw it away');
    expect(of(`DELETE ${NOTE}`)).toHaveLength(0);
    await press('Yes, throw it away');
    expect(await screen.findByText('Your note is gone.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /My note/ })).toHaveValue('');
    expect(screen.queryByRole('button', { name: 'Throw it away' })).not.toBeInTheDocument();
  });

  it('waits, opened, where it was not sent', async () => {
    having([held], { [`GET ${NOTE}`]: none, [`GET ${AGREED}`]: () => json([]) });
    const { unmount } = show(<Sessions gathering={gathering} />);
    await press('My note, and what we agreed');
    fireEvent.change(await screen.findByRole('textbox', { name: /My note/ }), { target: { value: 'Half a thought' } });
    unmount();
    show(<Sessions gathering={gathering} />);
    expect(await screen.findByRole('textbox', { name: /My note/ })).toHaveValue('Half a thought');
  });

  it('is not offered to be written anew where it could not be read', async () => {
    gateway({ [`GET ${NOTE}`]: () => problem(503, 'Not now.') });
    show(note);
    expect(await screen.findByText('Not now.')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('goals', () => {
  it('say who wrote them, by when, and where they stand, those that are open first', async () => {
    gateway({ [`GET ${GOALS}`]: () => json([{ ...theirs, state: 'dropped' }, goal]) });
    show(goals());
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent(/Stand up in court. open.*written by you · by .*Feb.* 2027/);
    expect(second).toHaveTextContent(/Say no. dropped.*written by Mar Ríos/);
  });

  it('are added with a day or without', async () => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
    const { of } = gateway({ [`GET ${GOALS}`]: () => json([]), [`PUT ${GOALS}/${NEW}`]: () => json(goal) });
    show(goals());
    await press('Add a goal');
    fireEvent.change(screen.getByRole('textbox', { name: /What we want to reach/ }), { target: { value: 'Stand up in court.' } });
    await press('Add it');
    expect(await screen.findByRole('listitem')).toHaveTextContent('Stand up in court.');
    expect(of(`PUT ${GOALS}/${NEW}`).map((asked) => asked.body)).toEqual([{ text: 'Stand up in court.', due: null }]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add a goal' })).toHaveFocus());
  });

  it('are marked by either, and reworded only by who wrote them', async () => {
    const { of } = gateway({
      [`GET ${GOALS}`]: () => json([goal, theirs]),
      [`PUT ${GOALS}/g-2/state`]: () => json({ ...theirs, state: 'reached' }),
      [`PUT ${GOALS}/g-1`]: () => json({ ...goal, text: 'Stand up.', due: null }),
    });
    show(goals());
    const [mine, other] = (await screen.findAllByRole('listitem')) as [HTMLElement, HTMLElement];
    expect(within(other).queryByRole('button', { name: 'Reword' })).not.toBeInTheDocument();
    fireEvent.click(within(other).getByRole('button', { name: 'Reached' }));
    expect(await within(other).findByText('reached')).toBeInTheDocument();
    expect(of(`PUT ${GOALS}/g-2/state`).map((asked) => asked.body)).toEqual([{ state: 'reached' }]);
    fireEvent.click(within(mine).getByRole('button', { name: 'Reword' }));
    fireEvent.change(screen.getByRole('textbox', { name: /What we want/ }), { target: { value: 'Stand up.' } });
    fireEvent.change(screen.getByLabelText(/By when/), { target: { value: '' } });
    await press('Save');
    await waitFor(() => expect(mine).toHaveTextContent(/^Stand up. open/));
    expect(of(`PUT ${GOALS}/g-1`).map((asked) => asked.body)).toEqual([{ text: 'Stand up.', due: null }]);
  });

  it('can be marked but not added once it is over', async () => {
    gateway({ [`GET ${GOALS}`]: () => json([goal]) });
    show(goals(false));
    expect(await screen.findByRole('button', { name: 'Reached' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Reword' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add a goal' })).not.toBeInTheDocument();
  });
});

it('writes down what was agreed, and whether it was kept', async () => {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
  const { of } = gateway({ [`GET ${AGREED}`]: () => json([agreement]), [`PUT ${AGREED}/${NEW}`]: () => json({ ...agreement, agreementId: NEW, text: 'Call on Friday.' }), [`PUT ${AGREED}/a-1/state`]: () => json({ ...agreement, state: 'not-kept' }) });
  show(<Intentions of="agreement" path={AGREED} living />);
  await press('It was not kept');
  expect(await screen.findByText('not kept')).toBeInTheDocument();
  await press('Write down what we agreed');
  expect(screen.queryByLabelText(/By when/)).not.toBeInTheDocument();
  fireEvent.change(screen.getByRole('textbox', { name: /What we agreed/ }), { target: { value: 'Call on Friday.' } });
  await press('Write it down');
  await waitFor(() => expect(screen.getAllByRole('listitem')[0]).toHaveTextContent(/^Call on Friday. open/));
  expect(of(`PUT ${AGREED}/${NEW}`).map((asked) => asked.body)).toEqual([{ text: 'Call on Friday.' }]);
});
