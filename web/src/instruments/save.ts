import { saveText } from '../app/save';

/** Hands a JSON file to the browser's downloads. */
export function save(name: string, content: unknown): void {
  saveText(name, 'application/json', `${JSON.stringify(content, null, 2)}\n`);
}
