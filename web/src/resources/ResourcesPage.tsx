import { Badge, Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { call } from '../api/http';
import type { Resource } from '../api/types';
import { Card } from '../app/Card';
import { Empty } from '../app/Empty';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { mayOpen } from '../app/pages';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { useNeedName } from './needs';
import classes from './ResourcesPage.module.css';

/** Where to turn. Everybody gets the whole directory; what one looks for stays in this browser. */
export default function ResourcesPage() {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const [parameters] = useSearchParams();
  const [needs, setNeeds] = useState(() => parameters.getAll('need'));
  const resources = useQuery({
    queryKey: ['resources'],
    queryFn: ({ signal }) => call<Resource[]>('/api/burnout-alert/resources', { signal }),
  });
  const active = (resources.data ?? []).filter((resource) => resource.active);
  const known = [...new Set(active.flatMap((resource) => resource.needs))];
  const fitting = active.filter((resource) => needs.length === 0 || resource.needs.some((need) => needs.includes(need)));
  const nameOf = useNeedName();
  return (
    <Page title={t('resources.title')} aside={mayOpen('/setup/resources', roles) && <Link to="/setup/resources">{t('directory.edit')}</Link>}>
      <Text c="dimmed">{t('resources.about')}</Text>
      {resources.isPending && <Loading height={200} />}
      {resources.isError && !resources.data && <ProblemAlert error={resources.error} onRetry={() => void resources.refetch()} />}
      {resources.data && active.length === 0 && <Empty title={t('resources.none')} text={t('resources.noneText')} />}
      {known.length > 0 && (
        <fieldset className={classes.needs}>
          <legend>{t('resources.topic')}</legend>
          <div className={classes.choices}>
            {known.map((need) => (
              <Checkbox
                key={need}
                label={nameOf(need)}
                checked={needs.includes(need)}
                onChange={(event) => setNeeds(event.currentTarget.checked ? [...needs, need] : needs.filter((other) => other !== need))}
                classNames={{ body: classes.choice ?? '' }}
              />
            ))}
          </div>
        </fieldset>
      )}
      <div role="status" className={classes.count}>
        {needs.length > 0 && t('resources.fitting', { count: fitting.length })}
      </div>
      {fitting.map((resource) => (
        <Entry key={resource.resourceId} resource={resource} />
      ))}
    </Page>
  );
}

function Entry({ resource }: { resource: Resource }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'es' ? 'es' : 'en';
  // counted for the agency as a number of people, without telling who
  const opened = () => void call(`/api/burnout-alert/resources/${encodeURIComponent(resource.resourceId)}/opened`, { method: 'POST' }).catch(() => undefined);
  return (
    <Card
      title={resource.title[language]}
      aside={
        <Badge color="kelp" variant="light" tt="none">
          {t(`resources.kinds.${resource.kind}`)}
        </Badge>
      }
    >
      <Text>{resource.text[language]}</Text>
      {(resource.link !== null || resource.phone !== null) && (
        <p className={classes.ways}>
          {resource.phone !== null && (
            <a href={`tel:${resource.phone.replaceAll(/[^+0-9]/g, '')}`} onClick={opened}>
              {t('resources.call', { phone: resource.phone })}
            </a>
          )}
          {resource.link !== null && (
            <a href={resource.link} target="_blank" rel="noreferrer" onClick={opened}>
              {t('resources.open')}
            </a>
          )}
        </p>
      )}
    </Card>
  );
}
