import { Alert, Button, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call, Problem } from '../api/http';
import { newId } from '../api/newId';
import type { Round } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import { roundPath, ROUNDS } from './useRounds';

/** Opens a round under an id that stays the same from attempt to attempt, so that there is one however often it is sent. */
export function OpenRound() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [id, setId] = useState(newId);
  const form = useForm({
    name: 'round',
    initial: { roundId: id, name: '' },
    send: ({ roundId, name }) => call<Round>(roundPath(roundId), { method: 'PUT', json: { name } }),
    onSaved: (opened) => {
      setId(newId());
      queries.setQueryData<Round[]>(ROUNDS, (known) => known && [opened, ...known.filter((each) => each.roundId !== opened.roundId)]);
      return navigate(`/matching/${opened.roundId}`);
    },
    onRefused: (error) => {
      // the first attempt was heard after all, under another name
      if (isTaken(error)) {
        form.change({ roundId: newId() });
        void queries.invalidateQueries({ queryKey: ROUNDS });
      }
    },
  });
  const taken = isTaken(form.error);
  return (
    <Form
      form={taken ? { ...form, error: null } : form}
      buttons={
        <Button type="submit" loading={form.pending}>
          {t('matching.open.button')}
        </Button>
      }
    >
      <TextInput
        label={t('matching.open.name')}
        description={t('matching.open.hint')}
        required
        maxLength={100}
        value={form.values.name}
        error={form.mistake('/name')}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        {t('matching.open.about')}
      </Text>
      {taken && (
        <Alert color="orange" role="alert">
          {t('matching.open.taken')}
        </Alert>
      )}
    </Form>
  );
}

function isTaken(error: Error | null): boolean {
  return error instanceof Problem && error.kind === 'id-taken';
}
