import { Button, Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Resource } from '../api/types';
import { Form } from '../app/Form';
import { isConflict, useForm } from '../app/useForm';
import { Meanwhile } from '../setup/Meanwhile';
import classes from './DirectoryPage.module.css';
import { NEEDS, useNeedName } from './needs';
import shared from './ResourcesPage.module.css';
import { KINDS, useResourceParts } from './useResourceParts';

/** Under which name a new entry, or a change of one, waits in the tab. */
export const draftName = (resource: Resource | null) => (resource === null ? 'new-resource' : `resource.${resource.resourceId}`);

interface Typed {
  resourceId: string;
  /** The version it is typed in view of; 0 for a new entry. */
  version: number;
  kind: Resource['kind'];
  titleEn: string;
  titleEs: string;
  textEn: string;
  textEs: string;
  link: string;
  phone: string;
  needs: string[];
}

/** An entry of the directory in both languages; `resource` is null for a new one. */
export function Editor({ resource, all, onDone }: { resource: Resource | null; all: readonly Resource[]; onDone: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNeedName();
  const partsOf = useResourceParts();
  const queries = useQueryClient();
  const form = useForm<Typed, Resource>({
    name: draftName(resource),
    initial: {
      resourceId: resource?.resourceId ?? '',
      version: resource?.version ?? 0,
      kind: resource?.kind ?? 'counselling',
      titleEn: resource?.title.en ?? '',
      titleEs: resource?.title.es ?? '',
      textEn: resource?.text.en ?? '',
      textEs: resource?.text.es ?? '',
      link: resource?.link ?? '',
      phone: resource?.phone ?? '',
      needs: resource?.needs ?? [],
    },
    send: (entry) => call<Resource>(`/api/burnout-alert/resources/${encodeURIComponent(entry.resourceId)}`, { method: 'PUT', json: written(entry, all) }),
    onSaved: (saved) => {
      queries.setQueryData<Resource[]>(['resources'], (known) => known && [...known.filter((each) => each.resourceId !== saved.resourceId), saved].toSorted((one, other) => (one.resourceId < other.resourceId ? -1 : 1)));
      void queries.invalidateQueries({ queryKey: ['resource-versions', saved.resourceId] });
      onDone();
    },
    onRefused: (error) => isConflict(error) && queries.invalidateQueries({ queryKey: ['resources'] }),
  });
  const { values } = form;
  const theirs = all.find((each) => each.resourceId === values.resourceId);
  // what was typed was typed in view of an older version
  const newer = form.typed && theirs !== undefined && theirs.version > values.version ? theirs : null;
  const leave = () => {
    form.discard();
    onDone();
  };
  // a new entry keeps its id from the first attempt on, so that sending it again makes no second one
  const save = () => form.save({ resourceId: values.resourceId || freeId(values.titleEn, all) });
  const needsWrong = form.mistake('/needs');
  return (
    <Form
      form={{
        ...form,
        submit: (event) => {
          event.preventDefault();
          save();
        },
        error: newer && isConflict(form.error) ? null : form.error,
      }}
      buttons={
        newer ? (
          <>
            <Button size="sm" loading={form.pending} onClick={() => form.save(resource === null ? { resourceId: freeId(values.titleEn, all) } : { version: newer.version })}>
              {t('setup.saveMine')}
            </Button>
            <Button size="sm" variant="default" onClick={leave}>
              {t('setup.takeTheirs')}
            </Button>
          </>
        ) : (
          <>
            <Button type="submit" size="sm" loading={form.pending}>
              {t('directory.save')}
            </Button>
            <Button size="sm" variant="subtle" onClick={leave}>
              {t('app.cancel')}
            </Button>
          </>
        )
      }
    >
      <NativeSelect
        label={t('directory.kind')}
        data={KINDS.map((kind) => ({ value: kind, label: t(`resources.kinds.${kind}`) }))}
        value={values.kind}
        error={form.mistake('/kind')}
        onChange={(event) => form.change({ kind: event.currentTarget.value as Resource['kind'] })}
      />
      <div className={classes.both}>
        <TextInput label={t('directory.titleEn')} required maxLength={2000} value={values.titleEn} error={form.mistake('/title/en')} onChange={(event) => form.change({ titleEn: event.currentTarget.value })} />
        <TextInput label={t('directory.titleEs')} required maxLength={2000} value={values.titleEs} error={form.mistake('/title/es')} onChange={(event) => form.change({ titleEs: event.currentTarget.value })} />
        <Textarea label={t('directory.textEn')} required rows={4} maxLength={2000} value={values.textEn} error={form.mistake('/text/en')} onChange={(event) => form.change({ textEn: event.currentTarget.value })} />
        <Textarea label={t('directory.textEs')} required rows={4} maxLength={2000} value={values.textEs} error={form.mistake('/text/es')} onChange={(event) => form.change({ textEs: event.currentTarget.value })} />
        <TextInput type="url" label={t('directory.link')} description={t('directory.linkHint')} maxLength={500} value={values.link} error={form.mistake('/link')} onChange={(event) => form.change({ link: event.currentTarget.value })} />
        <TextInput type="tel" label={t('directory.phone')} description={t('directory.phoneHint')} maxLength={40} value={values.phone} error={form.mistake('/phone')} onChange={(event) => form.change({ phone: event.currentTarget.value })} />
      </div>
      <fieldset className={shared.needs}>
        <legend>{t('directory.needs')}</legend>
        {needsWrong !== null && (
          <Text c="red" size="sm" role="alert">
            {needsWrong}
          </Text>
        )}
        <div className={shared.choices}>
          {[...new Set([...NEEDS, ...values.needs])].map((need) => (
            <Checkbox
              key={need}
              label={nameOf(need)}
              checked={values.needs.includes(need)}
              onChange={(event) => form.change({ needs: event.currentTarget.checked ? [...values.needs, need] : values.needs.filter((other) => other !== need) })}
              classNames={{ body: shared.choice ?? '' }}
            />
          ))}
        </div>
      </fieldset>
      {newer && <Meanwhile title={t(resource === null ? 'directory.taken' : 'directory.meanwhile')} theirs={partsOf(newer)} yours={partsOf(written(values, all))} />}
    </Form>
  );
}

/** What is sent; whether it is shown stays as it is. */
function written(typed: Typed, all: readonly Resource[]): Omit<Resource, 'resourceId'> {
  return {
    version: typed.version,
    kind: typed.kind,
    title: { en: typed.titleEn, es: typed.titleEs },
    text: { en: typed.textEn, es: typed.textEs },
    link: typed.link.trim() || null,
    phone: typed.phone.trim() || null,
    needs: typed.needs,
    active: all.find((each) => each.resourceId === typed.resourceId)?.active ?? true,
  };
}

/** An id that reads like the title and no other entry has. */
export function freeId(title: string, all: readonly Resource[]): string {
  const plain = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '');
  const wanted = plain === '' ? 'entry' : plain;
  const taken = all.map((resource) => resource.resourceId);
  let id = wanted;
  for (let number = 2; taken.includes(id); number++) {
    id = `${wanted}-${number}`;
  }
  return id;
}
