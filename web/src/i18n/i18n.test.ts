import { en } from './en';
import { es } from './es';
import { formatFor } from './format';
import { preferredLanguage } from './index';

interface Texts {
  [key: string]: string | Texts;
}

function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)])));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted();

it('says everything in both languages, with the same placeholders', () => {
  const english = flat(en);
  const spanish = flat(es);
  expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  const differing = [...english].filter(([key, text]) => {
    const other = spanish.get(key) ?? '';
    return other === '' || placeholders(other).join() !== placeholders(text).join();
  });
  expect(differing).toEqual([]);
});

it('leaves hardly anything untranslated', () => {
  const spanish = flat(es);
  const same = [...flat(en)].filter(([key, text]) => spanish.get(key) === text && /[a-z]{3}/.test(text.replaceAll(/\{\{\w+\}\}/g, ''))).map(([key]) => key);
  expect(same).toEqual(['app.name']);
});

it.each([
  [null, ['es-MX', 'en'], 'es'],
  [null, ['fr', 'ES', 'en'], 'es'],
  [null, ['fr', 'de'], 'en'],
  ['en', ['es'], 'en'],
  ['xx', ['es'], 'es'],
])('prefers, remembering %s in a browser of %s, %s', (remembered, browser, expected) => {
  expect(preferredLanguage(remembered, browser)).toBe(expected);
});

it('says the day once of what begins and ends on it', () => {
  const { span } = formatFor('en', ['en-GB']);
  expect(span('2026-05-24T12:00:00Z', '2026-05-24T12:45:00Z').match(/May/g)).toHaveLength(1);
  expect(span('2026-05-24T12:00:00Z', '2026-05-26T12:45:00Z').match(/May/g)).toHaveLength(2);
});

it('writes dates as the browser’s region does where it speaks the chosen language', () => {
  expect(formatFor('en', ['es-ES', 'en-GB']).day('2026-05-24T12:00:00Z')).toBe('24 May 2026');
  expect(formatFor('en', ['en-US']).day('2026-05-24T12:00:00Z')).toBe('May 24, 2026');
  expect(formatFor('es', ['en-US']).list(['a', 'b', 'c'])).toBe('a, b y c');
});
