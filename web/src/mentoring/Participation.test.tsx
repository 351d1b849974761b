import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnParticipation } from '../api/types';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { Participation } from './Participation';

const GET = 'GET /api/mentorship-matching/me/participation';
const PUT = 'PUT /api/mentorship-matching/me/participation';
const FIND = 'GET /api/mentorship-matching/me/participation/colleagues?name=';
const sal = { staffId: 'S-0150', displayName: 'Sal Kelpwood' };
const ines = { staffId: 'S-0151', displayName: 'Ines Cala' };
const robin = { staffId: 'S-0101', displayName: 'Robin Tidewater' };
const mar = { staffId: 'S-0077', displayName: 'Mar Ríos' };
const open: OwnParticipation = { onHold: false, becauseUnanswered: false, apart: [] };
const around = {
  [`${FIND}sal`]: () => json([ines, sal]),
  [`${FIND}nemo`]: () => json([]),
  [`${FIND}rios`]: () => json([mar]),
};

function of(own: OwnParticipation) {
  return gateway({ ...around, [GET]: () => json(own), [PUT]: ({ body }) => json({ ...own, ...(body as object), becauseUnanswered: false, apart: (body as { apart: string[] }).apart.map((staffId) => [sal, ines, robin, mar].find((each) => each.staffId === staffId)) }) });
}

const picker = () => screen.findByRole('combobox', { name: 'Add a colleague' });
const hold = () => screen.findByRole('switch', { name: 'Nothing new for a while' });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

it('takes nothing new for a while', async () => {
  const asked = of({ ...open, apart: [sal] });
  show(<Participation />);
  fireEvent.click(await hold());
  save();
  expect(await screen.findByText(/Saved/)).toBeInTheDocument();
  expect(asked.of(PUT).map((each) => each.body)).toEqual([{ onHold: true, apart: ['S-0150'] }]);
  expect(await hold()).toBeChecked();
});

it('says that a proposal was not answered, and takes part again', async () => {
  const asked = of({ ...open, onHold: true, becauseUnanswered: true });
  show(<Participation />);
  expect(await screen.findByText(/a proposal was not answered/)).toBeInTheDocument();
  fireEvent.click(await hold());
  expect(screen.queryByText(/a proposal was not answered/)).not.toBeInTheDocument();
  save();
  expect(await screen.findByText(/Saved/)).toBeInTheDocument();
  expect(asked.of(PUT).map((each) => each.body)).toEqual([{ onHold: false, apart: [] }]);
});

it('does not say so of a hold that was chosen', async () => {
  of({ ...open, onHold: true });
  show(<Participation />);
  expect(await hold()).toBeChecked();
  expect(screen.queryByText(/a proposal was not answered/)).not.toBeInTheDocument();
});

it('finds colleagues by a part of their name, whatever accents are typed, but for those on the list', async () => {
  const asked = of({ ...open, apart: [ines] });
  show(<Participation />);
  await userEvent.type(await picker(), 'r');
  expect(screen.getByText('Type two letters or more')).toBeInTheDocument();
  await userEvent.type(await picker(), 'ios');
  expect(await screen.findByRole('option', { name: 'Mar Ríos' })).toBeInTheDocument();
  await userEvent.clear(await picker());
  await userEvent.type(await picker(), 'sal');
  await screen.findByRole('option', { name: 'Sal Kelpwood' });
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Sal Kelpwood']);
  await userEvent.clear(await picker());
  await userEvent.type(await picker(), 'nemo');
  expect(await screen.findByText('Nobody by this name')).toBeInTheDocument();
  expect(asked.asked.filter((each) => each.path.includes('colleagues')).map((each) => each.path.split('=')[1])).toEqual(['rios', 'sal', 'nemo']);
});

it('adds and removes those with whom one is never matched, which nobody else sees', async () => {
  const asked = of({ ...open, apart: [ines] });
  show(<Participation />);
  await userEvent.type(await picker(), 'sal');
  fireEvent.click(await screen.findByRole('option', { name: 'Sal Kelpwood' }));
  expect(await picker()).toHaveValue('');
  const list = screen.getByRole('group', { name: 'Not with these colleagues' });
  expect(list).toHaveAccessibleDescription(/Nobody else ever sees this list/);
  fireEvent.click(within(list).getByRole('button', { name: 'Remove Ines Cala' }));
  expect(list).toHaveFocus();
  expect(within(list).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Sal KelpwoodRemove']);
  save();
  expect(await screen.findByText(/Saved/)).toBeInTheDocument();
  expect(asked.of(PUT).map((each) => each.body)).toEqual([{ onHold: false, apart: ['S-0150'] }]);
});

it('keeps what was changed when the session has ended', async () => {
  gateway({ ...around, [GET]: () => json(open), [PUT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<Participation />);
  await userEvent.type(await picker(), 'sal');
  fireEvent.click(await screen.findByRole('option', { name: 'Sal Kelpwood' }));
  save();
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  of(open);
  show(<Participation />);
  expect(await screen.findByRole('button', { name: 'Remove Sal Kelpwood' })).toBeInTheDocument();
});

it('says what is wrong with the list at the list', async () => {
  gateway({ ...around, [GET]: () => json({ ...open, apart: [sal] }), [PUT]: () => invalid({ '/apart': 'size must be between 0 and 50' }) });
  show(<Participation />);
  await picker();
  save();
  await waitFor(async () => expect(await picker()).toHaveAccessibleDescription(/size must be between 0 and 50/));
});

it('can be tried again when it cannot be read', async () => {
  let broken = true;
  gateway({ ...around, [GET]: () => (broken ? problem(503, 'Not now.') : json(open)) });
  show(<Participation />);
  expect(await screen.findByText('Not now.')).toBeInTheDocument();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await hold()).not.toBeChecked();
});

it('lets the list be read where nobody can be looked up', async () => {
  gateway({ ...around, [GET]: () => json({ ...open, apart: [sal] }), [`${FIND}sal`]: () => problem(503, 'Not now.') });
  show(<Participation />);
  await userEvent.type(await picker(), 'sal');
  expect(await screen.findByText('Not now.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Remove Sal Kelpwood' })).toBeInTheDocument();
});
