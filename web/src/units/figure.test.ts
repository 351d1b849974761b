import type { Figure, Period } from '../api/types';
import { levelOf, ownFigure, shownOf, withheldRuns } from './figure';
import { published, sample, withheld } from './sample';

const figure: Figure = { level: 48, atMost: null, atLeast: null, people: '5-9' };

it('shows a level, an upper and a lower bound as what they are', () => {
  expect(shownOf(figure)).toEqual({ kind: 'level', value: 48, people: '5-9' });
  expect(shownOf({ ...figure, level: null, atMost: 12 })).toEqual({ kind: 'atMost', value: 12, people: '5-9' });
  expect(shownOf({ ...figure, level: null, atLeast: 88 })).toEqual({ kind: 'atLeast', value: 88, people: '5-9' });
});

it('keeps a published zero apart from nothing', () => {
  expect(shownOf({ ...figure, level: 0 })).toMatchObject({ kind: 'level', value: 0 });
});

it.each([
  ['no figure', null],
  ['a figure without any number', { ...figure, level: null }],
  ['a figure that is no number', { ...figure, level: Number.NaN }],
  ['a figure with a missing field', { people: '5-9' } as Figure],
])('takes %s for withheld', (_name, of) => {
  expect(shownOf(of)).toEqual({ kind: 'withheld' });
});

it('never makes a number of a withheld period, even if one came along', () => {
  const leaking: Period = { ...withheld(11), figure, togetherFigure: figure };
  expect(ownFigure(leaking)).toEqual({ kind: 'withheld' });
  expect(levelOf(leaking)).toBeNull();
});

it('does not make a level of a bound', () => {
  expect(sample.periods.map(levelOf)).toEqual([41, null, null, 52, null, null, 0]);
});

it('finds the runs of withheld periods', () => {
  expect(withheldRuns([withheld(1), published(2, 40), withheld(3), withheld(4)])).toEqual([
    { first: 0, last: 0 },
    { first: 2, last: 3 },
  ]);
});
