import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Explanation, Round, WhyNot } from '../api/types';
import { speak } from '../i18n';
import { type Asked, gateway, json, problem, refusal, unreachable } from '../test/gateway';
import { show, someone } from '../test/render';
import { API, explanation, mentors, preview, ROUND, round, usual } from './fixtures';
import { Preview } from './Preview';

const WHY = `GET ${ROUND}/explanation?menteeId=`;
const PIN = `PUT ${ROUND}/decisions/S-1/S-9`;
const MIA = 'Mia (S-9)';
const allowed: WhyNot = { rule: null, score: 51, points: { skills: 30, times: 21 }, matched: 1, worst: 7, total: 66, changed: ['S-2', 'S-3'] };

function open(answers: Record<string, (asked: Asked) => Response> = {}, of: Round = round) {
  const answered = gateway({
    [`${WHY}S-1`]: () => json(explanation),
    [`GET ${API}/programme`]: () => json([usual]),
    [`GET ${ROUND}/mentors`]: () => json(mentors),
    ...answers,
  });
  show(<Preview round={of} preview={preview} mode="best" />, { as: { ...someone, roles: ['hr'] } });
  return answered;
}

const about = (whyNot: WhyNot) => ({ [`${WHY}S-1&mentorId=S-9`]: () => json({ ...explanation, whyNot } satisfies Explanation) });
const of = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  return within(screen.getByRole('group', { name }));
};
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const chooseReason = (reason: string) => fireEvent.change(screen.getByRole('combobox', { name: /^Reason/ }), { target: { value: reason } });

async function askAbout(mentor: string) {
  const field = screen.getByRole('combobox', { name: 'Another mentor' });
  fireEvent.click(field);
  fireEvent.change(field, { target: { value: mentor } });
  fireEvent.click(await screen.findByRole('option', { name: mentor }));
}

it('tells the points by criterion, the ranks, and what the rules left out', async () => {
  open();
  const opened = of('Ann');
  expect(screen.getByRole('button', { name: 'Ann' })).toHaveAttribute('aria-expanded', 'true');
  expect(await opened.findByText('The rules allow 4 mentors; Max is number 2 by points.')).toBeInTheDocument();
  expect(opened.getByText('Seen from Max, Ann is number 1 of 3 people who wait and whom the rules allow.')).toBeInTheDocument();
  expect(opened.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['3 mentors: they have too few half days in common', '1 mentor: it is not for these two; why stays confidential']);
  await waitFor(() =>
    expect(opened.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Criterion', 'Max', 'At most'],
      ['Skills wanted and offered', '35', '35'],
      ['Years of service', '4', '10'],
      ['Wishes of both', '28', '5'],
      ['Places still free', '5', '5'],
      ['Together', '72', '100'],
    ]),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Ann' }));
  expect(screen.queryByRole('group', { name: 'Ann' })).not.toBeInTheDocument();
});

it('says why there is nobody for somebody', async () => {
  open({ [`${WHY}S-3`]: () => json({ ...explanation, mentorId: null, ofMentors: { place: null, of: 0 }, ofMentees: null, forbidden: { bothActive: 2 } }) });
  const opened = of('Cas');
  expect(await opened.findByText('The rules allow no mentor.')).toBeInTheDocument();
  expect(opened.getByText('2 mentors: one of the two does not work here any more')).toBeInTheDocument();
  expect(opened.queryByRole('button', { name: 'Forbid this pair' })).not.toBeInTheDocument();
});

it('says with whom somebody competes who goes without', async () => {
  open({ [`${WHY}S-3`]: () => json({ ...explanation, mentorId: null, ofMentors: { place: null, of: 2 }, ofMentees: null, competition: { menteeIds: ['S-1', 'S-2', 'S-3'], mentorIds: ['S-8', 'S-9'], places: 2 } }) });
  expect(await of('Cas').findByText('3 people compete for 2 places, so one of them must go without: Ann, Ben, and Cas. Those who could take them: Max and Mia.')).toBeInTheDocument();
});

it('says what the programme would lose by another mentor, by name', async () => {
  open(about(allowed));
  const opened = of('Ann');
  await askAbout(MIA);
  expect(await opened.findByText(/possible, with 51 of 100 points.*It would cost the programme/)).toBeInTheDocument();
  const losses = opened.getByText('1 fewer person matched').closest('ul');
  expect([...(losses?.children ?? [])].map((item) => item.textContent)).toEqual(['1 fewer person matched', 'the worst pair 7 points lower', 'in total 66 points less', 'another mentor, or none, for 2 others: Ben and Cas']);
  expect(opened.getByRole('row', { name: 'Skills wanted and offered 35 30 35' })).toBeInTheDocument();
});

it('says where the programme would even win, and where nothing would be lost', async () => {
  open({ ...about({ ...allowed, worst: -3, total: 0, changed: [] }), [`${WHY}S-1&mentorId=S-5`]: () => json({ ...explanation, whyNot: { ...allowed, matched: 0, worst: 0, total: 0, changed: [] } }) });
  const opened = of('Ann');
  await askAbout(MIA);
  expect(await opened.findByText('though the worst pair would be 3 points higher')).toBeInTheDocument();
  expect(opened.queryByText(/in total/)).not.toBeInTheDocument();
  await askAbout('Tess Known');
  expect(await opened.findByText(/it would cost the programme nothing/)).toBeInTheDocument();
});

it.each([
  ['en', 'notInOwnLineOfManagement', /Not possible: one stands above the other in the line of management/],
  ['es', 'mentorHasAPlaceLeft', /No es posible: al mentor o a la mentora no le queda ninguna plaza/],
  ['en', 'aRuleOfTomorrow', /Not possible: a rule forbids it/],
] as const)('puts in %s the rule %s into words and offers no pin', async (language, rule, words) => {
  await speak(language);
  open(about({ ...allowed, rule, score: null }));
  of('Ann');
  const field = screen.getByRole('combobox', { name: language === 'en' ? 'Another mentor' : 'Otro mentor u otra mentora' });
  fireEvent.click(field);
  fireEvent.click(await screen.findByRole('option', { name: MIA }));
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^(Pin|Fijar)/ })).not.toBeInTheDocument();
});

it('offers as mentors those of the round but for the two, with their ids where a name occurs twice', async () => {
  open();
  of('Ann');
  fireEvent.click(screen.getByRole('combobox', { name: 'Another mentor' }));
  await screen.findByRole('option', { name: 'Jan Newcomer' });
  expect(screen.getAllByRole('option').filter((option) => option.closest('[role=listbox]')).map((option) => option.textContent)).toEqual(['Jan Newcomer', 'Mia (S-10)', 'Mia (S-9)', 'Tess Known']);
});

it('says so when the mentors cannot be read, and reads them again', async () => {
  const answers = [() => problem(503, 'Later.'), () => json(mentors)];
  open({ [`GET ${ROUND}/mentors`]: () => (answers.shift() ?? unreachable)() });
  const opened = of('Ann');
  fireEvent.click(within(await opened.findByRole('alert')).getByRole('button', { name: 'Try again' }));
  fireEvent.click(screen.getByRole('combobox', { name: 'Another mentor' }));
  expect(await screen.findByRole('option', { name: 'Jan Newcomer' })).toBeInTheDocument();
  expect(opened.queryByRole('alert')).not.toBeInTheDocument();
});

it('pins a mentor with a reason', async () => {
  const { of: asked } = open({ ...about(allowed), [PIN]: () => json(round) });
  of('Ann');
  await askAbout(MIA);
  await press(`Pin ${MIA} to Ann`);
  expect(asked(PIN)).toEqual([]);
  chooseReason('worksWellTogether');
  await press(`Pin ${MIA} to Ann`);
  expect(await screen.findByText(/Mia \(S-9\) is pinned to Ann; everything else is reckoned again/)).toHaveFocus();
  expect(asked(PIN)[0]?.body).toEqual({ kind: 'pin', reason: 'worksWellTogether' });
  expect(screen.queryByRole('group', { name: 'Ann' })).not.toBeInTheDocument();
});

it('forbids a pair with a reason', async () => {
  const route = `PUT ${ROUND}/decisions/S-1/S-8`;
  const { of: asked } = open({ [route]: () => json(round) });
  of('Ann');
  await press('Forbid this pair');
  chooseReason('tooClose');
  await press('Forbid it');
  expect(await screen.findByText(/Max and Ann are kept out/)).toHaveFocus();
  expect(asked(route)[0]?.body).toEqual({ kind: 'forbid', reason: 'tooClose' });
});

async function pinRefused(...[kind, more, status]: Parameters<typeof refusal>) {
  open({ ...about(allowed), [PIN]: () => refusal(kind, more, status), [`POST ${ROUND}/refresh`]: () => json(round) });
  of('Ann');
  await askAbout(MIA);
  await screen.findByRole('button', { name: `Pin ${MIA} to Ann` });
  chooseReason('other');
  await press(`Pin ${MIA} to Ann`);
  return screen.findByRole('alert');
}

it('says which rule forbids a pin', async () => {
  const alert = await pinRefused('rule-forbids-it', { rule: 'sharesALanguage' });
  expect(alert).toHaveTextContent(/cannot be brought together: they have no language in common.*Choose somebody else/);
  expect(within(alert).queryByRole('button')).not.toBeInTheDocument();
});

it.each([
  ['not-in-this-round', 404, /not in this round: they do not wait for a mentor, or offer no place/, 'Refresh the round'],
  ['round-is-over', 409, /has published or cancelled this round meanwhile/, 'Look again'],
] as const)('puts the refusal %s into words, with what to do next', async (kind, status, words, next) => {
  const alert = await pinRefused(kind, {}, status);
  expect(alert).toHaveTextContent(words);
  fireEvent.click(within(alert).getByRole('button', { name: next }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});

it('says that somebody is no mentor in this round when one asks about them', async () => {
  open({ [`${WHY}S-1&mentorId=S-6`]: () => refusal('not-in-this-round', {}, 404) });
  of('Ann');
  await askAbout('Jan Newcomer');
  expect(await screen.findByText(/One of the two is not in this round/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Pin/ })).not.toBeInTheDocument();
});
