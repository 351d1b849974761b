import { fireEvent, screen, within } from '@testing-library/react';
import type { CommentPage, GroupComments } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { Comments } from './Comments';

const GET = 'GET /api/check-in/comments?unitId=U-07';
const east = { unitId: 'U-07', name: 'East' };
const group: GroupComments = { units: [east, { unitId: 'U-09', name: 'Night Duty' }], people: '10-19', comments: ['Two court days.', 'Two court days.', 'The new room helps.'], notShown: null };
const cycle = { cycleId: '2026-W21', closesAt: '2026-05-24T18:00:00Z', groups: [group], notShown: null };
const page = (cycles: CommentPage['cycles'], earlier: string | null = null) => json({ cycles, earlier } satisfies CommentPage);

it('shows a group’s comments with the units that were put together', async () => {
  gateway({ [GET]: () => page([cycle]) });
  show(<Comments unitId="U-07" />);
  const list = within(await screen.findByRole('group', { name: 'East and Night Duty' }));
  expect(list.getByText('East and Night Duty · 10–19 people')).toBeInTheDocument();
  expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual(group.comments);
  expect(screen.getByText('3 comments')).toBeInTheDocument();
});

it('says why nothing is shown, of a group and of a cycle', async () => {
  gateway({
    [GET]: () =>
      page([
        { ...cycle, groups: [{ ...group, comments: [], notShown: 'Taken down, because somebody left.' }] },
        { ...cycle, cycleId: '2026-W20', groups: [], notShown: 'You do not lead the others.' },
        { ...cycle, cycleId: '2026-W19', groups: [{ ...group, people: null, comments: [], notShown: 'Too few.' }] },
      ]),
  });
  show(<Comments unitId="U-07" />);
  expect(await screen.findByText('Taken down, because somebody left.')).toBeInTheDocument();
  expect(screen.getByText('You do not lead the others.')).toBeInTheDocument();
  expect(screen.getByText('Too few.')).toBeInTheDocument();
  expect(screen.queryByText('Nobody added a comment.')).not.toBeInTheDocument();
});

it('has a word for a group in which nobody wrote, and for no pulse at all', async () => {
  gateway({ [GET]: () => page([{ ...cycle, groups: [{ ...group, comments: [] }] }]) });
  const { unmount } = show(<Comments unitId="U-07" />);
  expect(await screen.findByText('Nobody added a comment.')).toBeInTheDocument();
  unmount();
  gateway({ [GET]: () => page([]) });
  show(<Comments unitId="U-07" />);
  expect(await screen.findByText(/No comments yet/)).toBeInTheDocument();
});

it('adds earlier pulses on demand', async () => {
  gateway({
    [GET]: () => page([cycle], '2026-05-24T18:00:00Z'),
    [`${GET}&before=2026-05-24T18%3A00%3A00Z`]: () => page([{ ...cycle, cycleId: '2026-W15', groups: [{ ...group, comments: ['Long ago.'] }] }]),
  });
  show(<Comments unitId="U-07" />);
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier pulses' }));
  expect(await screen.findByText('Long ago.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Earlier pulses' })).not.toBeInTheDocument();
});

it('shows the service’s own words when it refuses', async () => {
  gateway({ [GET]: () => problem(403, 'You lead neither this unit nor one above it.') });
  show(<Comments unitId="U-07" />);
  expect(await screen.findByText('You lead neither this unit nor one above it.')).toBeInTheDocument();
});
