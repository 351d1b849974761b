import { Alert, Button, NativeSelect, Switch, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call, Problem } from '../api/http';
import { newId } from '../api/newId';
import type { CircleForming, CircleKind } from '../api/types';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import { formingPath, FORMINGS } from './useFormings';

const KINDS: CircleKind[] = ['circle', 'supervision-group'];

const isTaken = (error: Error | null) => error instanceof Problem && error.kind === 'id-taken';

/** Opens a forming under an id that stays the same from attempt to attempt, so that there is one however often it is sent. */
export function OpenForming() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [id, setId] = useState(newId);
  const form = useForm({
    name: 'circle-forming',
    initial: { formingId: id, kind: 'circle' as CircleKind, name: '', differentUnits: false, newCompany: true },
    send: ({ formingId, ...opening }) => call<CircleForming>(formingPath(formingId), { method: 'PUT', json: opening }),
    onSaved: (opened) => {
      setId(newId());
      queries.setQueryData<CircleForming[]>(FORMINGS, (known) => known && [opened, ...known.filter((each) => each.formingId !== opened.formingId)]);
      return navigate(`/matching/circles/${opened.formingId}`);
    },
    onRefused: (error) => {
      // the first attempt was heard after all, under another name
      if (isTaken(error)) {
        form.change({ formingId: newId() });
        void queries.invalidateQueries({ queryKey: FORMINGS });
      }
    },
  });
  const { kind, name, differentUnits, newCompany } = form.values;
  const taken = isTaken(form.error);
  return (
    <Form
      form={taken ? { ...form, error: null } : form}
      buttons={
        <Button type="submit" loading={form.pending}>
          {t('circles.forming.open')}
        </Button>
      }
    >
      <TextInput label={t('circles.forming.name')} description={t('circles.forming.nameHint')} required maxLength={100} value={name} error={form.mistake('/name')} onChange={(event) => form.change({ name: event.currentTarget.value })} />
      <NativeSelect
        label={t('circles.forming.kind')}
        description={t(`circles.forming.sizes.${kind}`)}
        data={KINDS.map((each) => ({ value: each, label: t(`circles.forming.kinds.${each}`) }))}
        value={kind}
        error={form.mistake('/kind')}
        onChange={(event) => form.change({ kind: event.currentTarget.value as CircleKind })}
      />
      <Switch label={t('circles.forming.differentUnits')} checked={differentUnits} onChange={(event) => form.change({ differentUnits: event.currentTarget.checked })} />
      <Switch label={t('circles.forming.newCompany')} checked={newCompany} onChange={(event) => form.change({ newCompany: event.currentTarget.checked })} />
      <Text size="sm" c="dimmed">
        {t('circles.forming.openText')}
      </Text>
      {taken && (
        <Alert color="orange" role="alert">
          {t('circles.forming.taken')}
        </Alert>
      )}
    </Form>
  );
}
