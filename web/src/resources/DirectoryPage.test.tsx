import { fireEvent, screen, within } from '@testing-library/react';
import type { Edition, Opened, Resource } from '../api/types';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import DirectoryPage from './DirectoryPage';
import { freeId } from './Editor';
import { finishedQuarters } from './quarters';

const LIST = 'GET /api/burnout-alert/resources';
const PUT = 'PUT /api/burnout-alert/resources/peer-line';
const line: Resource = {
  resourceId: 'peer-line',
  version: 2,
  kind: 'peer-line',
  title: { en: 'Colleagues who listen', es: 'Colegas que escuchan' },
  text: { en: 'Call any evening.', es: 'Llame cualquier tarde.' },
  link: null,
  phone: '+44 20 7946 0000',
  needs: ['support'],
  active: true,
};
const old: Resource = { ...line, resourceId: 'course', kind: 'training', title: { en: 'Planning a week', es: 'Planificar la semana' }, phone: null, active: false };
const quarters = finishedQuarters(new Date());
const opened: Opened[] = [
  { resourceId: 'peer-line', people: '5-9' },
  { resourceId: 'course', people: 'fewer than 5' },
];
const reads = {
  [LIST]: () => json([old, line]),
  [`GET /api/burnout-alert/resources/openings?quarter=${quarters[0]}`]: () => json(opened),
  'GET /api/profile/staff': () => json([{ staffId: 'S-0003', displayName: 'Kim Harbour' }]),
};
const hr = { as: { ...someone, roles: ['staff' as const, 'hr' as const] } };
const sent = { version: 2, kind: 'peer-line', title: line.title, text: line.text, link: null, phone: line.phone, needs: ['support'], active: true };

const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const edit = async () => fireEvent.click(await screen.findByRole('button', { name: 'Edit: Colleagues who listen' }));
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the entry' }));

it('lists entries by kind, the ended ones too, and how many opened each as a band', async () => {
  gateway(reads);
  show(<DirectoryPage />, hr);
  const peers = within(await screen.findByRole('region', { name: 'Peer line' }));
  expect(peers.getByText('Colleagues who listen')).toBeInTheDocument();
  expect(await peers.findByText('Opened by 5-9 people')).toBeInTheDocument();
  const training = within(screen.getByRole('region', { name: 'Training' }));
  expect(training.getByText('ended')).toBeInTheDocument();
  expect(training.getByText('Opened by fewer than 5 people')).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Community' })).not.toBeInTheDocument();
});

it('asks for another quarter', async () => {
  const { of } = gateway({ ...reads, [`GET /api/burnout-alert/resources/openings?quarter=${quarters[1]}`]: () => json([]) });
  show(<DirectoryPage />, hr);
  fireEvent.change(await screen.findByRole('combobox', { name: 'How many people opened what' }), { target: { value: quarters[1] } });
  await vi.waitFor(() => expect(of(`GET /api/burnout-alert/resources/openings?quarter=${quarters[1]}`)).toHaveLength(1));
});

it('adds an entry in both languages under an id of its own', async () => {
  const put = 'PUT /api/burnout-alert/resources/cafe-of-colleagues';
  const { of } = gateway({ ...reads, [put]: () => json({ ...line, resourceId: 'cafe-of-colleagues', version: 1, kind: 'community' }) });
  show(<DirectoryPage />, hr);
  fireEvent.click(await screen.findByRole('button', { name: 'Add an entry' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Kind of help' }), { target: { value: 'community' } });
  type('Title in English', 'Café of colleagues');
  type('Title in Spanish', 'Café de colegas');
  type('Text in English', 'Every Thursday.');
  type('Text in Spanish', 'Cada jueves.');
  type('Web address (optional)', ' https://example.org/ ');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Work and private life' }));
  save();
  await vi.waitFor(() =>
    expect(of(put)[0]?.body).toEqual({
      version: 0,
      kind: 'community',
      title: { en: 'Café of colleagues', es: 'Café de colegas' },
      text: { en: 'Every Thursday.', es: 'Cada jueves.' },
      link: 'https://example.org/',
      phone: null,
      needs: ['balance'],
      active: true,
    }),
  );
  expect(await screen.findByRole('region', { name: 'Community' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add an entry' })).toBeInTheDocument();
});

it('ends an entry and shows one again, as it is', async () => {
  const { of } = gateway({ ...reads, [PUT]: () => json({ ...line, version: 3, active: false }), 'PUT /api/burnout-alert/resources/course': () => problem(409, 'Version 3 is there, you changed version 2. Read the entry and change it again.') });
  show(<DirectoryPage />, hr);
  fireEvent.click(await screen.findByRole('button', { name: 'End it: Colleagues who listen' }));
  await vi.waitFor(() => expect(of(PUT)[0]?.body).toEqual({ ...sent, active: false }));
  fireEvent.click(screen.getByRole('button', { name: 'Show it again: Planning a week' }));
  expect(await screen.findByText(/Read the entry and change it again/)).toBeInTheDocument();
  expect(of('PUT /api/burnout-alert/resources/course')[0]?.body).toMatchObject({ version: 2, active: true });
});

it('says next to the fields what is refused', async () => {
  gateway({ ...reads, [PUT]: () => invalid({ '/title/es': 'must not be blank', '/link': 'must begin with https:// and hold no spaces', '/needs/0': 'must match' }) });
  show(<DirectoryPage />, hr);
  await edit();
  save();
  expect(await screen.findByText('Please mend what is marked.')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Title in Spanish' })).toHaveAccessibleDescription('must not be blank');
  expect(screen.getByRole('textbox', { name: 'Web address (optional)' })).toHaveAccessibleDescription(/must begin with https/);
  expect(within(screen.getByRole('group', { name: 'What it helps with' })).getByRole('alert')).toHaveTextContent('must match');
});

it('shows what somebody else wrote meanwhile, and keeps what was typed, and that it was ended', async () => {
  let known = [line];
  const { of } = gateway({ ...reads, [LIST]: () => json(known), [PUT]: (asked) => ((asked.body as Resource).version === 3 ? json({ ...line, version: 4 }) : problem(409, 'Version 3 is there, you changed version 2.')) });
  show(<DirectoryPage />, hr);
  await edit();
  type('Text in English', 'Call until ten.');
  known = [{ ...line, version: 3, phone: '+44 20 7946 1111', active: false }];
  save();
  const notice = await screen.findByRole('alert', { name: /Somebody else has changed this entry/ });
  expect(notice).toHaveTextContent('Text in English: there it says Call any evening., you typed Call until ten.');
  expect(notice).toHaveTextContent('Phone number (optional): there it says +44 20 7946 1111, you typed +44 20 7946 0000');
  fireEvent.click(screen.getByRole('button', { name: 'Save what I typed' }));
  await vi.waitFor(() => expect(of(PUT)).toHaveLength(2));
  expect(of(PUT)[1]?.body).toEqual({ ...sent, version: 3, text: { ...line.text, en: 'Call until ten.' }, active: false });
});

it('never writes over an entry of somebody else that has the same name', async () => {
  let known: Resource[] = [];
  const { of } = gateway({
    ...reads,
    [LIST]: () => json(known),
    'PUT /api/burnout-alert/resources/walk': () => problem(409, 'Version 1 is there, you changed version 0.'),
    'PUT /api/burnout-alert/resources/walk-2': () => json({ ...line, resourceId: 'walk-2', version: 1 }),
  });
  show(<DirectoryPage />, hr);
  fireEvent.click(await screen.findByRole('button', { name: 'Add an entry' }));
  for (const name of ['Title in English', 'Title in Spanish', 'Text in English', 'Text in Spanish']) {
    type(name, 'Walk');
  }
  known = [{ ...line, resourceId: 'walk', version: 1 }];
  save();
  expect(await screen.findByRole('alert', { name: /added an entry of this name/ })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Save what I typed' }));
  await vi.waitFor(() => expect(of('PUT /api/burnout-alert/resources/walk-2')[0]?.body).toMatchObject({ version: 0 }));
});

it('opens an entry again that was being typed when the session ended', async () => {
  gateway({ ...reads, [PUT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<DirectoryPage />, hr);
  await edit();
  type('Text in Spanish', 'Hasta las diez.');
  save();
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  unmount();
  show(<DirectoryPage />, hr);
  expect(await screen.findByRole('textbox', { name: 'Text in Spanish' })).toHaveValue('Hasta las diez.');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(sessionStorage).toHaveLength(0);
});

it('shows the earlier versions of an entry', async () => {
  const { resourceId: _, ...said } = line;
  const editions: Edition[] = [
    { ...said, version: 1, changedAt: '2026-05-01T08:00:00Z', changedBy: '' },
    { ...said, version: 2, link: 'https://example.org/', changedAt: '2026-10-01T08:00:00Z', changedBy: 'S-0003' },
  ];
  gateway({ ...reads, 'GET /api/burnout-alert/resources/peer-line/versions': () => json(editions) });
  show(<DirectoryPage />, hr);
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier versions: Colleagues who listen' }));
  expect(await screen.findByText(/Web address \(optional\): https:\/\/example.org\//)).toHaveTextContent('(before: nothing)');
  expect(await screen.findByText(/Kim Harbour, .*2026/)).toBeInTheDocument();
  expect(screen.getByText('from the beginning')).toBeInTheDocument();
});

it('makes ids that read like titles and are free', () => {
  expect(freeId('¡Línea de colegas!', [])).toBe('linea-de-colegas');
  expect(freeId('Peer line', [line, { ...line, resourceId: 'peer-line-2' }])).toBe('peer-line-3');
  expect(freeId('心', [])).toBe('entry');
});

it('knows the quarters that are over', () => {
  expect(finishedQuarters(new Date('2026-11-26T12:00:00Z'))).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
  expect(finishedQuarters(new Date('2027-01-01T00:00:00Z'))[0]).toBe('2026-Q4');
});
