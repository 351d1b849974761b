import { Button, TextInput } from '@mantine/core';
import { fireEvent, screen } from '@testing-library/react';
import { call } from '../api/http';
import { gateway, invalid, json, problem } from '../test/gateway';
import { show, someone } from '../test/render';
import { Form } from './Form';
import { useForm } from './useForm';

const PUT = 'PUT /api/note';

function Note({ initial = { title: 'As it was', text: '' } }) {
  const form = useForm({ name: 'note', initial, send: (note) => call<{ number: number }>('/api/note', { method: 'PUT', json: note }) });
  return (
    <Form form={form} buttons={<Button type="submit">Send</Button>}>
      <TextInput label="Title" value={form.values.title} error={form.mistake('/title')} onChange={(event) => form.change({ title: event.currentTarget.value })} />
      <TextInput label="Text" value={form.values.text} error={form.mistake('/text')} onChange={(event) => form.change({ text: event.currentTarget.value })} />
      {form.pending && <p>On its way</p>}
      {form.saved && <p>Saved as {form.saved.number}</p>}
    </Form>
  );
}

const field = (name: string) => screen.getByRole('textbox', { name });
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send' }));

it('keeps what was typed when the session has ended, for the same person and for nobody else', async () => {
  gateway({ [PUT]: () => problem(401, 'Sign in first.') });
  const { unmount } = show(<Note />);
  type('Text', 'A long story');
  send();
  expect(await screen.findByText(/What you typed is kept in this browser tab/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Sign in again' })).toBeInTheDocument();
  unmount();

  const other = show(<Note />, { as: { ...someone, staffId: 'S-0999' } });
  expect(field('Text')).toHaveValue('');
  other.unmount();

  show(<Note />);
  expect(screen.getByText('We kept what you had typed but not sent.')).toBeInTheDocument();
  expect(field('Text')).toHaveValue('A long story');
  fireEvent.click(screen.getByRole('button', { name: 'Discard it' }));
  expect(field('Text')).toHaveValue('');
  expect(field('Title')).toHaveValue('As it was');
  expect(sessionStorage).toHaveLength(0);
});

it('keeps nothing of what was acknowledged', async () => {
  gateway({ [PUT]: () => json({ number: 7 }) });
  show(<Note />);
  type('Text', 'Short');
  send();
  expect(await screen.findByText('Saved as 7')).toBeInTheDocument();
  expect(field('Text')).toHaveValue('');
  expect(sessionStorage).toHaveLength(0);
  type('Text', 'Next');
  expect(screen.queryByText('Saved as 7')).not.toBeInTheDocument();
});

it('keeps what was typed while the one before was on its way', async () => {
  const waiting: ((response: Response) => void)[] = [];
  gateway({ [PUT]: () => new Promise((resolve) => waiting.push(resolve)) });
  show(<Note />);
  type('Text', 'First');
  send();
  await screen.findByText('On its way');
  type('Text', 'Second');
  waiting[0]?.(json({ number: 1 }));
  await vi.waitFor(() => expect(screen.queryByText('On its way')).not.toBeInTheDocument());
  expect(field('Text')).toHaveValue('Second');
  expect(JSON.stringify({ ...sessionStorage })).toContain('Second');
});

it('says next to a field what is wrong with it, and never where in the JSON', async () => {
  gateway({ [PUT]: () => invalid({ '/text/0': 'must not be blank', '/version': 'must not be null' }) });
  show(<Note />);
  send();
  const alert = await screen.findByText(/Please mend what is marked/);
  expect(alert).toHaveTextContent('must not be null');
  expect(alert).not.toHaveTextContent('must not be blank');
  expect(field('Text')).toHaveAccessibleDescription('must not be blank');
  expect(field('Text')).toBeInvalid();
  expect(field('Text')).toHaveFocus();
  expect(field('Title')).toBeValid();
  expect(document.body).not.toHaveTextContent('/text');
  expect(document.body).not.toHaveTextContent('/version');
});

it('tells in words alone what is wrong where there is no field for it', async () => {
  gateway({ [PUT]: () => invalid({ '/version': 'must not be null' }) });
  show(<Note />);
  send();
  expect(await screen.findByRole('alert')).toHaveTextContent(/^That did not workmust not be null$/);
});

it('does not take what another version of the app has stored', () => {
  sessionStorage.setItem('holdfast.draft.S-0142.note', JSON.stringify({ title: ['x'], text: '' }));
  show(<Note />);
  expect(field('Title')).toHaveValue('As it was');
});
