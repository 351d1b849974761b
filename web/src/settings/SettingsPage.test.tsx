import { fireEvent, screen, within } from '@testing-library/react';
import type { Policy } from '../api/types';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import SettingsPage from './SettingsPage';

const GET = 'GET /api/burnout-alert/settings';
const PUT = 'PUT /api/burnout-alert/settings';
const first: Policy = { version: 1, minimumGroup: 5, threshold: 60, rules: ['level-high', 'level-rose', 'group-chart', 'silent'], silentAfter: 3, respondWithinDays: 14, since: '1970-01-01T00:00:00Z', changedBy: '' };
const second: Policy = { ...first, version: 2, threshold: 65, since: '2026-11-02T09:00:00Z', changedBy: 'S-0003' };
const staff = { 'GET /api/profile/staff': () => json([{ staffId: 'S-0003', displayName: 'Kim Harbour' }, { staffId: 'S-0004', displayName: 'Sam Quay' }]) };
const hr = { as: { ...someone, roles: ['staff' as const, 'hr' as const] } };

const field = (name: string) => screen.findByRole('spinbutton', { name });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
async function type(name: string, value: string) {
  fireEvent.change(await field(name), { target: { value } });
}

it('saves a new version and says what holds when', async () => {
  const third: Policy = { ...second, version: 3, minimumGroup: 8, rules: ['level-high', 'silent'], since: '2026-11-20T09:00:00Z' };
  const { of } = gateway({ ...staff, [GET]: () => json([first, second]), [PUT]: () => json(third) });
  show(<SettingsPage />, hr);
  expect(await screen.findByText(/holds for cycles that open from now on; only a larger smallest group holds at once/)).toBeInTheDocument();
  await type('Smallest group', '4');
  expect(await field('Smallest group')).toHaveAccessibleDescription(/Smaller than now: it holds only for cycles that open from now on/);
  await type('Smallest group', '8');
  expect(await field('Smallest group')).toHaveAccessibleDescription(/holds at once, for answers already given too/);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Level has risen' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Group chart' }));
  save();
  expect(await screen.findByText('Version 3 is saved and holds for cycles that open from now on.')).toBeInTheDocument();
  expect(of(PUT)[0]?.body).toEqual({ version: 2, minimumGroup: 8, threshold: 65, rules: ['level-high', 'silent'], silentAfter: 3, respondWithinDays: 14 });
  expect(await field('Smallest group')).toHaveValue(8);
  const versions = within(screen.getByRole('region', { name: 'All versions' }));
  expect(versions.getByText('Version 3')).toBeInTheDocument();
});

it('tells of every version who made it, when, and what it changed', async () => {
  gateway({ ...staff, [GET]: () => json([first, second]) });
  show(<SettingsPage />, hr);
  const versions = within(await screen.findByRole('region', { name: 'All versions' })).getAllByRole('listitem').filter((item) => item.textContent?.startsWith('Version'));
  await vi.waitFor(() => expect(versions[0]).toHaveTextContent(/Version 2 Kim Harbour, .*2026/));
  expect(versions[0]).toHaveTextContent('Threshold: 65 (before: 60)');
  expect(versions[0]).not.toHaveTextContent('Smallest group');
  expect(versions[1]).toHaveTextContent('Version 1 from the beginning');
  expect(versions[1]).toHaveTextContent('Smallest group: 5');
});

it('shows the newer version when somebody else was quicker, keeps what was typed and saves it over theirs if wanted', async () => {
  const third: Policy = { ...second, version: 3, threshold: 70, silentAfter: 4, since: '2026-11-20T09:00:00Z', changedBy: 'S-0004' };
  let known = [first, second];
  const { of } = gateway({
    ...staff,
    [GET]: () => json(known),
    [PUT]: (asked) => ((asked.body as Policy).version === 3 ? json({ ...third, version: 4, threshold: 55, silentAfter: 3 }) : problem(409, 'Version 3 is in force, you changed version 2.')),
  });
  show(<SettingsPage />, hr);
  await type('Threshold', '55');
  known = [...known, third];
  save();
  const notice = await screen.findByRole('alert', { name: /Sam Quay saved version 3 on .*2026/ });
  expect(notice).toHaveTextContent('Threshold: there it says 70, you typed 55');
  expect(notice).toHaveTextContent('Silent after so many cycles: there it says 4, you typed 3');
  expect(await field('Threshold')).toHaveValue(55);
  expect(screen.queryByText(/is in force, you changed/)).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Save what I typed' }));
  expect(await screen.findByText(/Version 4 is saved/)).toBeInTheDocument();
  expect(of(PUT).map((asked) => (asked.body as Policy).version)).toEqual([2, 3]);
  expect(of(PUT)[1]?.body).toMatchObject({ threshold: 55, silentAfter: 3 });
});

it('takes the newer version if that is wanted', async () => {
  let known = [first];
  gateway({ ...staff, [GET]: () => json(known), [PUT]: () => problem(409, 'Changed.') });
  show(<SettingsPage />, hr);
  await type('Threshold', '55');
  known = [first, second];
  save();
  fireEvent.click(await screen.findByRole('button', { name: 'Take the newer version' }));
  expect(await field('Threshold')).toHaveValue(65);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('says next to the field what the service refuses', async () => {
  gateway({ ...staff, [GET]: () => json([first]), [PUT]: () => invalid({ '/minimumGroup': 'must be greater than or equal to 5', '/rules/0': 'must not be null' }) });
  show(<SettingsPage />, hr);
  await type('Smallest group', '5');
  save();
  expect(await screen.findByText('Please mend what is marked.')).toBeInTheDocument();
  expect(await field('Smallest group')).toHaveAccessibleDescription(/must be greater than or equal to 5/);
  expect(within(screen.getByRole('group', { name: 'What raises an alert' })).getByRole('alert')).toHaveTextContent('must not be null');
});

it('keeps what was chosen when the session has ended', async () => {
  const reads = { ...staff, [GET]: () => json([first]) };
  gateway({ ...reads, [PUT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<SettingsPage />, hr);
  await type('Threshold', '72');
  save();
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  show(<SettingsPage />, hr);
  expect(await field('Threshold')).toHaveValue(72);
});

it('lets administrators read and not choose', async () => {
  gateway({ ...staff, [GET]: () => json([first, second]) });
  show(<SettingsPage />, { as: { ...someone, roles: ['administrator'] } });
  const current = await screen.findByRole('region', { name: 'From now on' });
  expect(current).toHaveTextContent('Threshold: 65');
  expect(screen.queryByRole('button', { name: 'Save as a new version' })).not.toBeInTheDocument();
  expect(screen.queryByRole('spinbutton')).not.toBeInTheDocument();
});
