import { NoJson, parse, type Parsed } from './json';

/** A file as what it can be brought in as. */
export type Recognised =
  | { kind: 'questionnaire'; language: string | null; title: string | null; licence: string | null }
  | { kind: 'texts'; title: string | null; licence: string | null }
  | { kind: 'definition'; id: string; version: number }
  | { kind: 'unknown' };

export interface ReadFile {
  name: string;
  text: string;
  parsed: Parsed;
  is: Recognised;
}

/** Reads a file that somebody chose. */
export async function readFile(file: File): Promise<ReadFile | NoJson> {
  const text = await file.text();
  try {
    const parsed = parse(text);
    return { name: file.name, text, parsed, is: recognise(parsed.value) };
  } catch (error) {
    if (error instanceof NoJson) {
      return error;
    }
    throw error;
  }
}

/** Tells the formats that the service takes by the members that only they have. */
export function recognise(value: unknown): Recognised {
  if (typeof value !== 'object' || value === null) {
    return { kind: 'unknown' };
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const said = (name: string) => {
    const text = members.get(name);
    return typeof text === 'string' ? text : null;
  };
  if (members.has('resourceType')) {
    return { kind: 'questionnaire', language: said('language'), title: said('title'), licence: said('copyright') };
  }
  const id = said('id');
  const version = members.get('version');
  if (members.has('scales') && id !== null && typeof version === 'number') {
    return { kind: 'definition', id, version };
  }
  if (members.has('items') && members.has('options') && !Array.isArray(members.get('items'))) {
    return { kind: 'texts', title: said('title'), licence: said('licence') };
  }
  return { kind: 'unknown' };
}
