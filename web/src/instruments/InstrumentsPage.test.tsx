import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ListedInstrument } from '../api/types';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import InstrumentsPage from './InstrumentsPage';
import { recognise } from './recognise';

const LIST = 'GET /api/check-in/instruments';
const pulse: ListedInstrument = { instrumentId: 'pulse', version: 1, source: 'Holdfast', licence: 'own wording', minutes: 2, languages: ['en', 'es'], licences: { en: null, es: null }, shipped: true, used: true, scales: [{ id: 'strain', kind: 'outcome', direction: 'higher is worse' }] };
const who: ListedInstrument = { ...pulse, instrumentId: 'who-5', source: 'WHO-5 Well-Being Index', licence: 'key only', minutes: 1, languages: [], licences: {}, used: false };
const own: ListedInstrument = { ...pulse, instrumentId: 'own', version: 3, languages: ['pt-BR'], licences: { 'pt-BR': 'Licensed to the agency' }, shipped: false, used: false };
const reads = { [LIST]: () => json([pulse, who, own]) };
const hr = { as: { ...someone, roles: ['staff' as const, 'hr' as const] } };

const questionnaire = `{
  "resourceType": "Questionnaire",
  "language": "es",
  "title": "Bienestar",
  "copyright": "Licencia 12",
  "item": [
    { "linkId": "1", "type": "choice", "text": "x" },
    { "linkId": "6", "type": "choice", "text": "y" }
  ]
}`;
const texts = '{"title": "Well-being", "licence": "Licence 12", "items": {"1": "x"}, "options": {"0": "Never"}}';
const definition = '{"id": "own", "version": 4, "items": ["a"], "scales": []}';

async function choose(content: string, name = 'file.json') {
  await userEvent.upload(await screen.findByLabelText('JSON file'), new File([content], name, { type: 'application/json' }));
}
async function bring() {
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Bring it in' })).toBeEnabled());
  fireEvent.click(screen.getByRole('button', { name: 'Bring it in' }));
}

it('says of each instrument whose it is and whether its texts are there', async () => {
  gateway(reads);
  show(<InstrumentsPage />, hr);
  const shipped = await screen.findByRole('region', { name: 'pulse, version 1' });
  expect(shipped).toHaveTextContent('English and Spanish');
  expect(shipped).toHaveTextContent('It came with the service. People were asked already');
  const bare = screen.getByRole('region', { name: 'who-5, version 1' });
  expect(bare).toHaveTextContent('no texts yet');
  expect(bare).toHaveTextContent('WHO-5 Well-Being Index');
  expect(bare).toHaveTextContent('It cannot be planned before its texts are there.');
  expect(screen.getByRole('region', { name: 'own, version 3' })).toHaveTextContent(/Licence of the texts, Brazilian PortugueseLicensed to the agency.*your agency’s own/);
});

it('brings in a FHIR Questionnaire for the instrument that has no texts', async () => {
  const put = 'PUT /api/check-in/instruments/who-5/versions/1/questionnaire';
  const { of } = gateway({ ...reads, [put]: () => json({ ...who, languages: ['es'] }) });
  show(<InstrumentsPage />, hr);
  expect(await screen.findByRole('button', { name: 'Bring it in' })).toBeDisabled();
  await choose(questionnaire);
  expect(await screen.findByText('A FHIR Questionnaire. Title: Bienestar. Language: Spanish. Licence note: Licencia 12.')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'For which instrument' })).toHaveValue('who-5/versions/1');
  await bring();
  expect(await screen.findByText('who-5, version 1, is brought in.')).toBeInTheDocument();
  // as it was written, so that the service counts the same lines
  expect(vi.mocked(fetch).mock.calls.find(([path]) => path === put.replace('PUT ', ''))?.[1]?.body).toBe(questionnaire);
  expect(of(put)[0]?.headers['Content-Type']).toBe('application/json');
  await vi.waitFor(() => expect(of(LIST)).toHaveLength(2));
});

it('brings in texts in a language that is asked for', async () => {
  const put = 'PUT /api/check-in/instruments/own/versions/3/texts/de';
  const { of } = gateway({ ...reads, [put]: () => json(own) });
  show(<InstrumentsPage />, hr);
  await choose(texts);
  fireEvent.change(await screen.findByRole('combobox', { name: 'For which instrument' }), { target: { value: 'own/versions/3' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'Language of these texts' }), { target: { value: 'de' } });
  await bring();
  expect(await screen.findByText('own, version 3, is brought in.')).toBeInTheDocument();
  expect(of(put)).toHaveLength(1);
});

it('brings in an instrument of the agency’s own, and says why not', async () => {
  const put = 'PUT /api/check-in/instruments/own/versions/4';
  gateway({ ...reads, [put]: () => problem(409, 'week has a scale week-strain already. Name yours otherwise, such as own-week-strain.') });
  show(<InstrumentsPage />, hr);
  await choose(definition);
  expect(await screen.findByText('An instrument: own, version 4.')).toBeInTheDocument();
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  await bring();
  expect(await screen.findByRole('alert', { name: 'Nothing was brought in' })).toHaveTextContent('Name yours otherwise');
});

it('shows what is wrong with a file by line and place, and takes it again once it is mended', async () => {
  const put = 'PUT /api/check-in/instruments/who-5/versions/1/questionnaire';
  const { of } = gateway({ ...reads, [put]: () => invalid({ '/item/1/linkId': "'6' is no item of who-5 version 1; its items are 1, 2, 3, 4, 5.", '/item': 'There is no item with linkId 5.', '': 'The body is odd.' }) });
  show(<InstrumentsPage />, hr);
  await choose(questionnaire);
  await bring();
  const wrong = within(await screen.findByRole('alert', { name: 'Nothing was brought in' })).getAllByRole('listitem');
  expect(wrong.map((each) => each.textContent)).toEqual([
    "Line 8 /item/1/linkId'6' is no item of who-5 version 1; its items are 1, 2, 3, 4, 5.",
    'Line 6 /itemThere is no item with linkId 5.',
    'the file as a whole The body is odd.',
  ]);
  expect(screen.getByRole('alert')).toHaveTextContent('Mend these places in the file, then choose it again.');
  await choose(questionnaire);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await bring();
  await vi.waitFor(() => expect(of(put)).toHaveLength(2));
});

it.each([
  ['{\n  "title": "x",\n}', /cannot be read from line 3, column 1 on/],
  ['{"name": "x"}', /nothing that can be brought in/],
])('does not send what nothing can be made of: %j', async (content, said) => {
  gateway(reads);
  show(<InstrumentsPage />, hr);
  await choose(content);
  expect(await screen.findByText(said)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Bring it in' })).toBeDisabled();
});

it('asks to sign in again when the session has ended', async () => {
  gateway({ ...reads, 'PUT /api/check-in/instruments/own/versions/4': () => problem(401, 'Sign in first.') });
  show(<InstrumentsPage />, hr);
  await choose(definition);
  await screen.findByText('An instrument: own, version 4.');
  await bring();
  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeInTheDocument();
});

it('hands out an instrument whole, and its texts to fill in', async () => {
  const files: [string, string][] = [];
  let blob = new Blob();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (given: Blob) => ((blob = given), 'blob:x'), revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    void blob.text().then((text) => files.push([this.download, text]));
  });
  gateway({ ...reads, 'GET /api/check-in/instruments/who-5/versions/1': () => json({ id: 'who-5', version: 1, items: ['1', '2'], options: [{ id: '0', points: 0 }], needs: [], scales: [] }) });
  show(<InstrumentsPage />, hr);
  fireEvent.click(await screen.findByRole('button', { name: 'Download it whole: who-5, version 1' }));
  await vi.waitFor(() => expect(files).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: 'Texts to fill in: who-5, version 1' }));
  await vi.waitFor(() => expect(files).toHaveLength(2));
  expect(files[0]?.[0]).toBe('who-5-1.json');
  expect(JSON.parse(files[0]?.[1] ?? '')).toMatchObject({ id: 'who-5', version: 1 });
  expect(files[1]?.[0]).toBe('who-5-1-texts.json');
  const template: unknown = JSON.parse(files[1]?.[1] ?? '');
  expect(template).toEqual({ title: '', licence: '', items: { '1': '', '2': '' }, options: { '0': '' }, needs: {} });
  expect(recognise(template).kind).toBe('texts');
});

it('lets administrators look and download, and bring nothing in', async () => {
  gateway(reads);
  show(<InstrumentsPage />, { as: { ...someone, roles: ['administrator'] } });
  expect(await screen.findByRole('button', { name: 'Download it whole: pulse, version 1' })).toBeInTheDocument();
  expect(screen.queryByLabelText('JSON file')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Texts to fill in/ })).not.toBeInTheDocument();
});
