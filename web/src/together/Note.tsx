import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { Form } from '../app/Form';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { useForm } from '../app/useForm';
import { Confirm } from './Confirm';
import { useNote } from './useTogether';

/** What the reader notes about a session, for themselves alone. */
export function Note({ path, name }: { path: string; name: string }) {
  const { data, isPending, error, refetch } = useNote(path);
  if (isPending) {
    return <Loading height={120} />;
  }
  return data === undefined ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Writing path={path} name={name} note={data} />;
}

function Writing({ path, name, note }: { path: string; name: string; note: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    name,
    initial: { text: note },
    send: ({ text }) => call<{ text: string }>(path, { method: 'PUT', json: { text } }),
    onSaved: (saved) => queries.setQueryData([path], saved.text),
  });
  const remove = useMutation({
    mutationFn: () => call<undefined>(path, { method: 'DELETE' }),
    onSuccess: () => {
      form.discard();
      queries.setQueryData([path], '');
    },
  });
  return (
    <Form
      form={form}
      buttons={
        <>
          <Button type="submit" variant="default" loading={form.pending}>
            {t('together.note.save')}
          </Button>
          {note !== '' && (
            <Confirm label={t('together.note.remove')} text={t('together.note.removeText')} yes={t('together.note.removeNow')} no={t('together.note.keep')} pending={remove.isPending} onYes={() => remove.mutate()} />
          )}
        </>
      }
    >
      <Textarea
        size="md"
        label={t('together.note.title')}
        description={t('together.note.hint')}
        required
        rows={4}
        maxLength={4000}
        value={form.values.text}
        error={form.mistake('/text')}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
      />
      {remove.isError && <ProblemAlert error={remove.error} />}
      <span role="status">{form.saved !== null ? t('together.note.saved') : remove.isSuccess && !form.typed ? t('together.note.removed') : ''}</span>
    </Form>
  );
}
