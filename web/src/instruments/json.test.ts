import { NoJson, parse } from './json';

const text = `{
  "id": "own",
  "items": [
    { "text": "1,5 \\u00bd {" },
    { "text": -1.5e3 }
  ],
  "empty": [], "none": {}, "nothing": null
}
`;

it('reads what JSON.parse reads', () => {
  expect(parse(text).value).toEqual(JSON.parse(text));
  expect(parse(' "alone" ').value).toBe('alone');
});

it.each([
  ['', 1],
  ['/id', 2],
  ['/items', 3],
  ['/items/0/text', 4],
  ['/items/1', 5],
  ['/nothing', 7],
  ['/items/1/missing', 5],
  ['/missing/deeper', 1],
])('knows the line of %s', (pointer, line) => {
  expect(parse(text).lineOf(pointer)).toBe(line);
});

it.each([
  ['{\n  "a": 1,\n}', 3, 1],
  ['{"a": tru}', 1, 7],
  ['[1, 2', 1, 6],
  ['{"a": 1} x', 1, 10],
  ['{"a": "one\ntwo"}', 1, 7],
  ['{"a": "\\x"}', 1, 7],
  ['', 1, 1],
  ['[01]', 1, 3],
])('says where %j stops being JSON', (broken, line, column) => {
  let found: unknown;
  try {
    parse(broken);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(NoJson);
  expect(found).toMatchObject({ line, column });
});
