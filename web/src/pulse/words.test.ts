import { wordsFor } from './words';

it.each([
  [0, 'never'],
  [12, 'never'],
  [13, 'seldom'],
  [50, 'sometimes'],
  [75, 'often'],
  [87, 'often'],
  [88, 'always'],
  [100, 'always'],
])('puts %i into the word of the nearest option, %s', (score, word) => {
  expect(wordsFor(score)).toBe(word);
});
