import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Person } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './Participation.module.css';
import { useLabels } from './useLabels';

interface Props {
  label: string;
  /** Who is not to be found. */
  except: readonly Person[];
  onPick: (person: Person) => void;
  mistake: string | null;
}

/** Finds a colleague by a part of their name, among all of the agency. */
export function PickColleague({ label, except, onPick, mistake }: Props) {
  const { t } = useTranslation();
  const labelsOf = useLabels();
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
  const left = labelsOf(name.length < 2 ? [] : (found.data ?? []));
  except.forEach(({ staffId }) => left.delete(staffId));
  return (
    <Select
      label={label}
      description={t('mentoring.participation.addHint')}
      placeholder={t('mentoring.participation.search')}
      nothingFoundMessage={typed.trim().length < 2 ? t('mentoring.participation.typeMore') : found.isFetching ? t('mentoring.participation.searching') : t('mentoring.participation.notFound')}
      data={Array.from(left, ([staffId, displayName]) => ({ value: staffId, label: displayName }))}
      // the service has found them, whatever accents were typed
      filter={({ options }) => options}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        if (chosen !== null) {
          onPick({ staffId: chosen, displayName: left.get(chosen) ?? null });
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
