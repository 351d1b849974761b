import type { Instrument } from '../api/types';
import { forgetDrafts } from '../app/drafts';
import { answersDraft } from './draft';

const instrument: Instrument = {
  id: 'pulse',
  version: 1,
  title: 'Your week',
  minutes: 2,
  items: [{ id: 'energy', text: 'Energy?', options: [{ id: 'often', label: 'Often' }] }],
};

it('drops answers that the instrument does not know', () => {
  const draft = answersDraft('S-1', '2026-W47', instrument);
  draft.write({ energy: 'often', gone: 'often' });
  expect(draft.read()).toEqual({ energy: 'often' });
  draft.write({ energy: 'always' });
  expect(draft.read()).toEqual({});
});

it('survives nonsense in the store', () => {
  sessionStorage.setItem('holdfast.draft.S-1.2026-W47.pulse.1', '{');
  expect(answersDraft('S-1', '2026-W47', instrument).read()).toBeNull();
});

it('keeps a draft apart for each cycle', () => {
  answersDraft('S-1', '2026-W47', instrument).write({ energy: 'often' });
  expect(answersDraft('S-1', '2026-W48', instrument).read()).toBeNull();
});

it('forgets every draft on signing out, and nothing else', () => {
  answersDraft('S-1', '2026-W47', instrument).write({ energy: 'often' });
  sessionStorage.setItem('other', 'stays');
  forgetDrafts();
  expect({ ...sessionStorage }).toEqual({ other: 'stays' });
});
