import { Badge, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Edition, Opened, Resource } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { useIsTyped } from '../app/useForm';
import { History } from '../setup/History';
import classes from './DirectoryPage.module.css';
import { draftName, Editor } from './Editor';
import { finishedQuarters } from './quarters';
import { KINDS, useResourceParts } from './useResourceParts';

/** The directory as HR keeps it: every entry by kind, the ended ones too, and how many people opened it. */
export default function DirectoryPage() {
  const { t } = useTranslation();
  const resources = useQuery({
    queryKey: ['resources'],
    queryFn: ({ signal }) => call<Resource[]>('/api/burnout-alert/resources', { signal }),
  });
  const [quarters] = useState(() => finishedQuarters(new Date()));
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const openings = useQuery({
    queryKey: ['openings', quarter],
    queryFn: ({ signal }) => call<Opened[]>(`/api/burnout-alert/resources/openings?quarter=${quarter}`, { signal }),
  });
  const [adding, setAdding] = useState(useIsTyped(draftName(null)));
  const all = resources.data ?? [];
  return (
    <Page title={t('directory.title')} up={{ to: '/setup', label: t('nav.setup') }}>
      <Text c="dimmed">{t('directory.about')}</Text>
      {resources.isPending && <Loading height={300} />}
      {resources.isError && !resources.data && <ProblemAlert error={resources.error} onRetry={() => void resources.refetch()} />}
      {resources.data && (
        <>
          {adding ? (
            <Card title={t('directory.add')}>
              <Editor resource={null} all={all} onDone={() => setAdding(false)} />
            </Card>
          ) : (
            <div>
              <Button onClick={() => setAdding(true)}>{t('directory.add')}</Button>
            </div>
          )}
          <NativeSelect
            label={t('directory.quarter')}
            description={t('directory.quarterHint')}
            data={quarters.map((each) => ({ value: each, label: each.replace('-', ' ') }))}
            value={quarter}
            onChange={(event) => setQuarter(event.currentTarget.value)}
          />
          {openings.isError && <ProblemAlert error={openings.error} onRetry={() => void openings.refetch()} />}
        </>
      )}
      {KINDS.map((kind) => ({ kind, entries: all.filter((resource) => resource.kind === kind) }))
        .filter(({ entries }) => entries.length > 0)
        .map(({ kind, entries }) => (
          <Card key={kind} title={t(`resources.kinds.${kind}`)}>
            <ul className={classes.entries}>
              {entries.map((resource) => (
                <Entry key={resource.resourceId} resource={resource} all={all} people={openings.data?.find((each) => each.resourceId === resource.resourceId)?.people} />
              ))}
            </ul>
          </Card>
        ))}
    </Page>
  );
}

function Entry({ resource, all, people }: { resource: Resource; all: readonly Resource[]; people: string | undefined }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const language = i18n.language === 'es' ? 'es' : 'en';
  const [editing, setEditing] = useState(useIsTyped(draftName(resource)));
  const [looking, setLooking] = useState(false);
  const { resourceId, ...said } = resource;
  const show = useMutation({
    mutationFn: (active: boolean) => call<Resource>(`/api/burnout-alert/resources/${encodeURIComponent(resourceId)}`, { method: 'PUT', json: { ...said, active } }),
    // also when somebody else was quicker
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['resources'] }), queries.invalidateQueries({ queryKey: ['resource-versions', resourceId] })]),
  });
  const title = resource.title[language];
  const ending = t(resource.active ? 'directory.end' : 'directory.showAgain');
  const few = /^fewer than (\d+)$/.exec(people ?? '')?.[1];
  return (
    <li className={classes.entry} data-ended={!resource.active || undefined}>
      <Group gap="xs">
        <strong>{title}</strong>
        {!resource.active && (
          <Badge color="gray" variant="light" tt="none">
            {t('directory.ended')}
          </Badge>
        )}
      </Group>
      {!editing && <span>{resource.text[language]}</span>}
      {people !== undefined && <span className={classes.people}>{few === undefined ? t('directory.openedBy', { people }) : t('directory.openedByFew', { count: Number(few) })}</span>}
      {show.isError && <ProblemAlert error={show.error} />}
      {editing ? (
        <Editor resource={resource} all={all} onDone={() => setEditing(false)} />
      ) : (
        <Group gap="sm">
          <Button size="xs" variant="default" aria-label={t('setup.of', { action: t('directory.change'), thing: title })} onClick={() => setEditing(true)}>
            {t('directory.change')}
          </Button>
          <Button size="xs" variant="default" aria-label={t('setup.of', { action: ending, thing: title })} loading={show.isPending} onClick={() => show.mutate(!resource.active)}>
            {ending}
          </Button>
          <Button size="xs" variant="subtle" aria-expanded={looking} aria-label={t('setup.of', { action: t('directory.versions'), thing: title })} onClick={() => setLooking(!looking)}>
            {t('directory.versions')}
          </Button>
        </Group>
      )}
      {looking && <Versions resourceId={resourceId} />}
    </li>
  );
}

function Versions({ resourceId }: { resourceId: string }) {
  const partsOf = useResourceParts();
  const versions = useQuery({
    queryKey: ['resource-versions', resourceId],
    queryFn: ({ signal }) => call<Edition[]>(`/api/burnout-alert/resources/${encodeURIComponent(resourceId)}/versions`, { signal }),
  });
  if (versions.data) {
    return <History versions={versions.data.map((edition) => ({ version: edition.version, since: edition.changedAt, changedBy: edition.changedBy, parts: partsOf(edition) }))} />;
  }
  return versions.isError ? <ProblemAlert error={versions.error} onRetry={() => void versions.refetch()} /> : <Loading height={80} />;
}
