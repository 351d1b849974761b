import { screen, waitFor } from '@testing-library/react';
import type { Notification } from '../api/types';
import { gateway, json, problem } from '../test/gateway';
import { show } from '../test/render';
import { Bell } from './Bell';
import NotificationsPage from './NotificationsPage';

const GET = 'GET /api/profile/me/notifications';
const SEEN = 'PUT /api/profile/me/notifications/seen';

function notification(notificationId: string, subject: string, seen = false): Notification {
  return { notificationId, subject, about: 'R-1', urgent: subject === 'help-asked', requestedAt: '2026-11-20T09:00:00Z', seen };
}

it('says what waits, leads there, and tells the service what was seen', async () => {
  const { of } = gateway({
    [GET]: () => json([notification('a', 'help-asked'), notification('b', 'check-in-waiting', true), notification('c', 'of-a-later-version')]),
    [SEEN]: () => new Response(null, { status: 204 }),
  });
  show(
    <>
      <Bell onFollow={() => {}} />
      <NotificationsPage />
    </>,
    { at: '/notifications' },
  );
  expect(await screen.findByRole('link', { name: 'Somebody asks you for help' })).toHaveAttribute('href', '/help');
  expect(screen.getByRole('link', { name: 'A pulse waits for your answer' })).toHaveAttribute('href', '/pulse');
  expect(screen.getByText('Something waits for you')).toBeInTheDocument();
  await waitFor(() => expect(of(SEEN).map((asked) => asked.body)).toEqual([{ notificationIds: ['a', 'c'] }]));
  expect(screen.getAllByText('new')).toHaveLength(2);
  // while they are looked at there is nothing to count
  expect(await screen.findByRole('link', { name: 'For you' })).toBeInTheDocument();
});

it.each([
  ['match-proposed', 'Somebody is proposed to you for mentoring'],
  ['match-reminder', 'A mentoring proposal still waits for your answer'],
  ['match-begun', 'You both said yes: your mentoring has begun'],
  ['match-ended', 'A mentoring of yours has ended'],
  ['match-lapsed', 'A mentoring proposal came to nothing'],
])('leads from %s to the matches', async (subject, text) => {
  gateway({ [GET]: () => json([notification('a', subject, true)]) });
  show(<NotificationsPage />);
  expect(await screen.findByRole('link', { name: text })).toHaveAttribute('href', '/mentoring');
});

it.each([
  ['circle-proposed', 'A circle is proposed to you'],
  ['circle-reminder', 'A circle still waits for your answer'],
  ['circle-begun', 'Your circle has begun'],
  ['circle-merge-proposed', 'A circle of yours could go on together with another one'],
  ['circle-ended', 'A circle of yours has ended'],
  ['circle-lapsed', 'A circle that was proposed to you came to nothing'],
])('leads from %s to the circles', async (subject, text) => {
  gateway({ [GET]: () => json([notification('a', subject, true)]) });
  show(<NotificationsPage />);
  expect(await screen.findByRole('link', { name: text })).toHaveAttribute('href', '/circles');
});

it.each([
  ['supervision-proposed', 'Supervision is offered to you'],
  ['supervision-due', 'It is time for the next supervision session'],
  ['supervision-ended', 'A supervision of yours has ended'],
])('leads from %s to the supervisions', async (subject, text) => {
  gateway({ [GET]: () => json([notification('a', subject, true)]) });
  show(<NotificationsPage />);
  expect(await screen.findByRole('link', { name: text })).toHaveAttribute('href', '/supervision');
});

it.each([
  ['session-planned', 'match/M-1/sessions/s-1', 'A session with you was planned', '/together/match/M-1'],
  ['session-changed', 'supervision/V-1/sessions/s-1', 'A session of yours was moved to another time', '/together/supervision/V-1'],
])('leads from %s to what it is a session of', async (subject, about, text, place) => {
  gateway({ [GET]: () => json([{ ...notification('a', subject, true), about }]) });
  show(<NotificationsPage />);
  expect(await screen.findByRole('link', { name: text })).toHaveAttribute('href', place);
});

it.each([
  ['introduction-asked', /somebody who knows about one of your topics/],
  ['introduction-made', /you know each other’s name now/],
  ['introduction-nobody-found', /Nobody could be found/],
])('says what %s is about', async (subject, text) => {
  gateway({ [GET]: () => json([notification('a', subject, true)]) });
  show(<NotificationsPage />);
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it.each([
  ['event-changed', /has another time or place/],
  ['event-cancelled', /is cancelled/],
])('leads from %s to the events', async (subject, text) => {
  gateway({ [GET]: () => json([notification('a', subject, true)]) });
  show(<NotificationsPage />);
  expect(await screen.findByRole('link', { name: text })).toHaveAttribute('href', '/events');
});

it('counts what is new where it leads to it', async () => {
  gateway({ [GET]: () => json([notification('a', 'help-asked'), notification('b', 'peer-check-in-due')]) });
  show(<Bell onFollow={() => {}} />);
  expect(await screen.findByRole('link', { name: 'For you: 2 new' })).toHaveAttribute('href', '/notifications');
});

it('says so when there is nothing, and when it cannot be read', async () => {
  let broken = true;
  gateway({ [GET]: () => (broken ? problem(503, 'Not now.') : json([])) });
  show(<NotificationsPage />);
  expect(await screen.findByText('Not now.')).toBeInTheDocument();
  broken = false;
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(await screen.findByText('Nothing waits for you')).toBeInTheDocument();
});
