/** A text that is no JSON, and where it stops being it; both count from 1. */
export class NoJson extends Error {
  readonly line: number;
  readonly column: number;

  constructor(line: number, column: number) {
    super('no JSON');
    this.name = 'NoJson';
    this.line = line;
    this.column = column;
  }
}

export interface Parsed {
  value: unknown;
  /** The line on which the value at a JSON pointer begins, or else the nearest one around it. */
  lineOf: (pointer: string) => number;
}

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const SIMPLE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** As JSON.parse does, and remembers the lines, which it does not; throws {@link NoJson}. */
export function parse(text: string): Parsed {
  const places = new Map<string, number>();
  let at = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const next = (character: string): boolean => {
    take(BLANK);
    if (text[at] !== character) {
      return false;
    }
    at += 1;
    return true;
  };
  const need = (character: string): void => {
    if (!next(character)) {
      throw noJson();
    }
  };
  const noJson = () => {
    const before = text.slice(0, at).split('\n');
    return new NoJson(before.length, (before.at(-1)?.length ?? 0) + 1);
  };
  const string = (): string => {
    take(BLANK);
    const start = at;
    try {
      return JSON.parse(take(STRING) ?? '') as string;
    } catch {
      at = start;
      throw noJson();
    }
  };
  const members = (end: string, member: (index: number) => void): void => {
    if (next(end)) {
      return;
    }
    for (let index = 0; ; index++) {
      member(index);
      if (next(end)) {
        return;
      }
      need(',');
    }
  };
  const read = (pointer: string): unknown => {
    take(BLANK);
    places.set(pointer, at);
    if (next('{')) {
      const object: [string, unknown][] = [];
      members('}', () => {
        const name = string();
        need(':');
        object.push([name, read(`${pointer}/${name}`)]);
      });
      return Object.fromEntries(object);
    }
    if (next('[')) {
      const array: unknown[] = [];
      members(']', (index) => array.push(read(`${pointer}/${index}`)));
      return array;
    }
    if (text[at] === '"') {
      return string();
    }
    const simple = take(SIMPLE);
    if (simple === null) {
      throw noJson();
    }
    return JSON.parse(simple) as unknown;
  };

  const value = read('');
  take(BLANK);
  if (at < text.length) {
    throw noJson();
  }
  return {
    value,
    lineOf: (pointer) => {
      let known = pointer;
      while (!places.has(known)) {
        known = known.slice(0, known.lastIndexOf('/'));
      }
      return text.slice(0, places.get(known)).split('\n').length;
    },
  };
}
