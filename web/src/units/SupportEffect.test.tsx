import { screen, within } from '@testing-library/react';
import type { SupportEffect as Answer } from '../api/types';
import { gateway, json } from '../test/gateway';
import { show } from '../test/render';
import { SupportEffect } from './SupportEffect';

vi.mock('../charts/EChart', () => ({ default: () => <div>chart</div> }));

const EFFECT = 'GET /api/burnout-alert/support/effect';

function answer(effect: Partial<Answer['effect']>): Answer {
  return {
    scale: { id: 'strain', direction: 'higher is worse', minimum: 0, maximum: 100 },
    effect: {
      change: -6.2,
      from: -10.1,
      to: -2.3,
      reason: null,
      groups: 2,
      people: '10-19',
      compared: 17,
      course: [
        { cycle: -1, supported: 61.5, compared: 58 },
        { cycle: 0, supported: null, compared: 57.2 },
        { cycle: 1, supported: 54, compared: 57 },
      ],
      ...effect,
    },
  };
}

it('tells the change with its interval, the people as a band, and that it is an association', async () => {
  gateway({ [EFFECT]: () => json(answer({})) });
  show(<SupportEffect />);
  expect(await screen.findByText(/strain fell by 6.2 points more/)).toBeInTheDocument();
  expect(screen.getByText(/between -10.1 and -2.3 points/)).toBeInTheDocument();
  expect(screen.getByText(/2 groups with mentors \(10–19 people\)/)).toBeInTheDocument();
  expect(screen.getByText(/This is an association/)).toBeInTheDocument();
  expect(screen.queryByText(/may be chance/)).toBeNull();
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['When', 'groups with mentors', 'comparable groups without'],
    ['1 pulse before', '61.5', '58'],
    ['when it began', 'nothing published', '57.2'],
    ['1 pulse after', '54', '57'],
  ]);
});

it('says where it may be chance', async () => {
  gateway({ [EFFECT]: () => json(answer({ change: 1, from: -2, to: 4 })) });
  show(<SupportEffect />);
  expect(await screen.findByText(/strain rose by 1 point more/)).toBeInTheDocument();
  expect(screen.getByText(/it may be chance/)).toBeInTheDocument();
});

it('says why nothing can be told yet', async () => {
  gateway({ [EFFECT]: () => json(answer({ change: null, from: null, to: null, reason: 'no-group', groups: 0, people: null, compared: 0, course: [] })) });
  show(<SupportEffect />);
  expect(await screen.findByText(/In no group do at least five people have a mentor/)).toBeInTheDocument();
  expect(screen.queryByText(/fell|rose/)).toBeNull();
});
