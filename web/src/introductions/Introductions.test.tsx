import { fireEvent, screen } from '@testing-library/react';
import type { OwnIntroduction, Vocabulary } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { Introductions } from './Introductions';

const PATH = '/api/mentorship-matching/me/introductions';
const words = { tags: [{ id: 'court-work', label: 'Court work' }] } as unknown as Vocabulary;
const asked: OwnIntroduction = { introductionId: 'I-1', topic: 'court-work', at: null, state: 'looking', answerBy: '2026-12-01T09:00:00Z', with: null };
const list = (mine: OwnIntroduction[], ofMe: OwnIntroduction[]) => json({ about: null, mine, ofMe });

it('lets somebody who is asked say yes, and shows the name from then on', async () => {
  let made = false;
  const put = `PUT ${PATH}/I-1/answer`;
  const { of } = gateway({
    [`GET ${PATH}`]: () => list([], [made ? { ...asked, state: 'made', with: { staffId: 'S-7', displayName: 'Mar Ríos' } } : asked]),
    [put]: () => {
      made = true;
      return json(asked);
    },
  });
  show(<Introductions words={words} />);
  expect(await screen.findByText('A colleague looks for somebody who knows about this: Court work')).toBeInTheDocument();
  expect(screen.getByText(/answer by Dec 1, 2026/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Yes, gladly' }));
  expect(await screen.findByText('Court work: you and Mar Ríos both said yes. Write or call each other.')).toBeInTheDocument();
  expect(of(put).map((each) => each.body)).toEqual([{ yes: true }]);
});

it('says no, and what went wrong if it did', async () => {
  const put = `PUT ${PATH}/I-1/answer`;
  const { of } = gateway({ [`GET ${PATH}`]: () => list([], [asked]), [put]: () => problem(409, 'It is over.') });
  show(<Introductions words={words} />);
  fireEvent.click(await screen.findByRole('button', { name: 'No, thanks' }));
  expect(await screen.findByText('It is over.')).toBeInTheDocument();
  expect(of(put).map((each) => each.body)).toEqual([{ yes: false }]);
});

it('asks about a topic after saying about how many know it, under one id until it is stored', async () => {
  let busy = true;
  const { asked: sent } = gateway({
    [`GET ${PATH}`]: () => list([{ ...asked, introductionId: 'I-2', at: '2026-11-20T09:00:00Z', state: 'nobodyFound', answerBy: null }], []),
    [`GET ${PATH}?topic=court-work`]: () => json({ about: { from: 5, to: 9 }, mine: [], ofMe: [] }),
  });
  const known = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method !== 'PUT') {
      return known(path, init);
    }
    sent.push({ method: 'PUT', path, body: JSON.parse(init.body as string), headers: {} });
    const answer = busy ? problem(409, 'Two are open already.') : json(asked);
    busy = false;
    return answer;
  });
  show(<Introductions words={words} />);
  expect(await screen.findByText('Nobody could be found this time: Court work')).toBeInTheDocument();
  fireEvent.change(screen.getByRole('combobox', { name: /About what/ }), { target: { value: 'court-work' } });
  expect(await screen.findByText('About 5 to 9 colleagues know about it.')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
  expect(await screen.findByText('Two are open already.')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await vi.waitFor(() => expect(sent.filter((each) => each.method === 'PUT')).toHaveLength(2));
  const [first, second] = sent.filter((each) => each.method === 'PUT');
  expect(first?.path).toBe(second?.path);
  expect(first?.body).toEqual({ topic: 'court-work' });
});
