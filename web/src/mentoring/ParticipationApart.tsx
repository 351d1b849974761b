import { Button, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Person } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './Participation.module.css';

/** The colleagues with whom the reader is never matched. */
export function ParticipationApart({ apart, onChange, mistake }: { apart: Person[]; onChange: (apart: Person[]) => void; mistake: string | null }) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const title = useId();
  const text = useId();
  return (
    <div ref={group} role="group" tabIndex={-1} aria-labelledby={title} aria-describedby={text} className={classes.part}>
      <div>
        <Text id={title} fw={500}>
          {t('mentoring.participation.apart')}
        </Text>
        <Text id={text} size="sm" c="dimmed">
          {t('mentoring.participation.apartText')}
        </Text>
      </div>
      {apart.length === 0 ? (
        <Text size="sm">{t('mentoring.participation.nobody')}</Text>
      ) : (
        <ul className={classes.apart}>
          {apart.map((person) => {
            const name = person.displayName ?? t('mentoring.gone');
            return (
              <li key={person.staffId} className={classes.person}>
                <span>{name}</span>
                <Button
                  variant="subtle"
                  aria-label={t('mentoring.participation.remove', { name })}
                  onClick={() => {
                    onChange(apart.filter((other) => other.staffId !== person.staffId));
                    group.current?.focus();
                  }}
                >
                  {t('mentoring.participation.removeShort')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Add apart={apart} onAdd={(person) => onChange([...apart, person])} mistake={mistake} />
    </div>
  );
}

function Add({ apart, onAdd, mistake }: { apart: Person[]; onAdd: (person: Person) => void; mistake: string | null }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({
    queryKey: ['colleagues', name],
    queryFn: ({ signal }) => call<Person[]>(`/api/mentorship-matching/me/participation/colleagues?name=${encodeURIComponent(name)}`, { signal }),
    enabled: name.length >= 2,
    placeholderData: (previous) => previous,
  });
  if (found.error && !found.data) {
    return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  }
  const left = new Map<string, string>();
  for (const person of name.length < 2 ? [] : (found.data ?? [])) {
    if (!apart.some((other) => other.staffId === person.staffId)) {
      left.set(person.staffId, person.displayName ?? t('mentoring.gone'));
    }
  }
  return (
    <Select
      label={t('mentoring.participation.add')}
      description={t('mentoring.participation.addHint')}
      placeholder={t('mentoring.participation.search')}
      nothingFoundMessage={typed.trim().length < 2 ? t('mentoring.participation.typeMore') : found.isFetching ? t('mentoring.participation.searching') : t('mentoring.participation.notFound')}
      data={Array.from(left, ([value, label]) => ({ value, label }))}
      // the service has found them, whatever accents were typed
      filter={({ options }) => options}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        if (chosen !== null) {
          onAdd({ staffId: chosen, displayName: left.get(chosen) ?? null });
          setTyped('');
        }
      }}
      error={mistake}
      searchable
      size="md"
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      className={classes.picker ?? ''}
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
    />
  );
}
