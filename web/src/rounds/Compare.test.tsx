import { fireEvent, screen, within } from '@testing-library/react';
import type { RoundFigures } from '../api/types';
import { type Asked, gateway, json, refusal } from '../test/gateway';
import { show, someone } from '../test/render';
import { Compare } from './Compare';
import { preview, ROUND, round, usual } from './fixtures';

const POST = `POST ${ROUND}/comparison`;
const other: RoundFigures = { name: 'More skills', matched: 3, unmatched: 0, worst: 40, mean: 55.5, total: 166, blockingPairs: 0, changed: ['S-2', 'S-3'] };

function open(answer: (asked: Asked) => Response = () => json([preview.figures, other])) {
  const answered = gateway({ [POST]: answer });
  show(<Compare round={round} preview={preview} programme={usual} />, { as: { ...someone, roles: ['hr'] } });
  return answered;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const name = (number: number, value: string) => fireEvent.change(screen.getByRole('textbox', { name: `Name of alternative ${number}` }), { target: { value } });
const field = (criterion: string, alternative: string) => screen.getByRole('spinbutton', { name: `${criterion}: ${alternative}` });
const weigh = (criterion: string, alternative: string, value: string) => fireEvent.change(field(criterion, alternative), { target: { value } });
const results = async () => within(await screen.findByRole('region', { name: 'What each would bring' }));

it('compares weights that are 100 in all, and tells the figures and who changes by name', async () => {
  const { of } = open();
  name(1, 'More skills');
  weigh('Skills wanted and offered', 'More skills', '45');
  weigh('Kind of work', 'More skills', '0');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Only from different units: More skills' }));
  fireEvent.change(field('Half days in common a week, at least', 'More skills'), { target: { value: '2' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'What is sought: More skills' }), { target: { value: 'stable' } });
  press('Compare');
  const table = await results();
  expect(table.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['Figure', 'The round as it is', 'More skills'],
    ['People matched', '2', '3'],
    ['Without a mentor', '1', '0'],
    ['Worst pair', '45', '40'],
    ['Mean', '58.5', '55.5'],
    ['Total', '117', '166'],
    ['Pairs where both would rather have each other', '1', '0'],
    ['Another mentor, or none', '–', 'Ben and Cas'],
  ]);
  expect(of(POST)[0]?.body).toEqual({ alternatives: [{ name: 'More skills', weights: { ...usual.weights, skills: 45, caseload: 0 }, differentUnits: true, leastCommonTimes: 2, mode: 'stable' }] });
  expect(field('Skills wanted and offered', 'More skills')).toHaveValue(45);
});

it('tells at the field what is missing to 100 and sends nothing', () => {
  const { of } = open();
  press('Add an alternative');
  weigh('Years of service', 'Alternative 2', '13');
  expect(screen.getByText('3 too many')).toBeInTheDocument();
  press('Compare');
  expect(field('Years of service', 'Alternative 1')).toBeValid();
  expect(field('Years of service', 'Alternative 2')).toBeInvalid();
  expect(field('Skills wanted and offered', 'Alternative 2')).toHaveFocus();
  expect(field('Skills wanted and offered', 'Alternative 2')).toHaveAccessibleDescription('103 of 100 3 too many');
  expect(of(POST)).toEqual([]);
});

it('takes up to three alternatives, and away again', () => {
  open();
  press('Add an alternative');
  press('Add an alternative');
  expect(screen.queryByRole('button', { name: 'Add an alternative' })).not.toBeInTheDocument();
  press('Remove Alternative 2');
  expect(screen.getAllByRole('textbox').map((box) => (box as HTMLInputElement).value)).toEqual(['Alternative 1', 'Alternative 3']);
  press('Add an alternative');
  expect(screen.getAllByRole('textbox').map((box) => (box as HTMLInputElement).value)).toEqual(['Alternative 1', 'Alternative 3', 'Alternative 2']);
});

it('says when what was compared is not what is typed any more', async () => {
  open();
  press('Compare');
  await results();
  expect(screen.queryByText(/compare again/)).not.toBeInTheDocument();
  weigh('Years of service', 'Alternative 1', '11');
  expect(screen.getByText('Something has changed since: compare again.')).toBeInTheDocument();
});

it('folds many names away', async () => {
  open(() => json([preview.figures, { ...other, changed: ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6'] }]));
  press('Compare');
  const folded = (await results()).getByText('6 people').closest('details');
  expect(folded).not.toHaveAttribute('open');
  expect(folded).toHaveTextContent('Ann, Ben, Cas');
});

it('says what to do when the pins do not go together', async () => {
  open(() => refusal('pins-do-not-go-together'));
  press('Compare');
  expect(await screen.findByText(/The pinned pairs cannot all be.*Take one back below/)).toBeInTheDocument();
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});
