import { afterFailure, LONGEST_WAIT } from './delivery';
import { Problem, Unreachable } from './http';

it('waits as long as a busy service asks for', () => {
  expect(afterFailure(new Problem(503, null, 12), 1)).toEqual({ state: 'waiting', because: 'busy', seconds: 12 });
  expect(afterFailure(new Problem(429, null, 2), 5)).toEqual({ state: 'waiting', because: 'busy', seconds: 2 });
});

it('waits longer after each attempt without an answer, up to a bound', () => {
  const waits = [1, 2, 3, 10].map((attempt) => afterFailure(new Unreachable(null), attempt));
  expect(waits.map((wait) => wait.state === 'waiting' && wait.seconds)).toEqual([2, 4, 8, LONGEST_WAIT]);
});

it.each([408, 500, 502, 504])('tries again after %i, because the same again does no harm', (status) => {
  expect(afterFailure(new Problem(status), 1)).toMatchObject({ state: 'waiting', because: 'unreachable' });
});

it.each([400, 403, 404, 409])('hands %i back with its problem', (status) => {
  const problem = new Problem(status, 'no');
  expect(afterFailure(problem, 1)).toEqual({ state: 'refused', problem });
});

it('asks for a new sign-in after 401', () => {
  expect(afterFailure(new Problem(401), 1)).toEqual({ state: 'signed-out' });
});

it('never spins: a wait is at least a second', () => {
  expect(afterFailure(new Problem(503, null, 0), 1)).toMatchObject({ seconds: 1 });
});
