import { Alert, Button, Checkbox, NativeSelect, Switch, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Mentoring, Profile, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './Choices.module.css';

const CAPACITIES = [1, 2, 3, 4, 5];

/** Opting in and out, as mentor, as mentee or as both. */
export function Choices({ mentoring, tags }: { mentoring: Mentoring | null; tags: Vocabulary['tags'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [mentor, setMentor] = useState(Boolean(mentoring?.asMentor));
  const [capacity, setCapacity] = useState(mentoring?.asMentor?.capacity ?? 1);
  const [skills, setSkills] = useState(mentoring?.asMentor?.skills ?? []);
  const [mentee, setMentee] = useState(Boolean(mentoring?.asMentee));
  const [needs, setNeeds] = useState(mentoring?.asMentee?.needs ?? []);
  const [checked, setChecked] = useState(false);

  const noSkills = checked && mentor && skills.length === 0;
  const noNeeds = checked && mentee && needs.length === 0;

  const save = useMutation({
    mutationFn: (wanted: Mentoring) => call<unknown>('/api/profile/me/mentoring', { method: 'PUT', json: wanted }),
    onSuccess: (_answer, wanted) => {
      queries.setQueryData<Profile>(['profile'], (known) => known && { ...known, mentoring: wanted });
      // matching follows the profile's event, a moment later
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: ['matches'] }), 1500);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ((mentor && skills.length === 0) || (mentee && needs.length === 0)) {
      save.reset();
      return;
    }
    save.mutate({ asMentor: mentor ? { capacity, skills } : null, asMentee: mentee ? { needs } : null });
  };

  const changed = <V,>(set: (value: V) => void) => {
    return (value: V) => {
      save.reset();
      set(value);
    };
  };

  return (
    <Card title={t('mentoring.choices')}>
      <Text c="dimmed">{t('mentoring.voluntary')}</Text>
      <form onSubmit={submit} className={classes.form}>
        <div className={classes.part}>
          <Switch size="md" label={t('mentoring.mentor')} checked={mentor} onChange={(event) => changed(setMentor)(event.currentTarget.checked)} />
          {mentor && (
            <div className={classes.details}>
              <NativeSelect
                label={t('mentoring.capacity')}
                size="md"
                className={classes.capacity ?? ''}
                data={[...new Set([...CAPACITIES, capacity])].map(String)}
                value={String(capacity)}
                onChange={(event) => changed(setCapacity)(Number(event.currentTarget.value))}
              />
              <Tags label={t('mentoring.skills')} tags={tags} chosen={skills} onChange={changed(setSkills)} error={noSkills ? t('mentoring.pickSkills') : null} />
            </div>
          )}
        </div>
        <div className={classes.part}>
          <Switch size="md" label={t('mentoring.mentee')} checked={mentee} onChange={(event) => changed(setMentee)(event.currentTarget.checked)} />
          {mentee && (
            <div className={classes.details}>
              <Tags label={t('mentoring.needs')} tags={tags} chosen={needs} onChange={changed(setNeeds)} error={noNeeds ? t('mentoring.pickNeeds') : null} />
            </div>
          )}
        </div>
        {save.isError && <ProblemAlert error={save.error} />}
        <div role="status">{save.isSuccess && <Alert color="kelp">{t('mentoring.saved')}</Alert>}</div>
        <div>
          <Button type="submit" size="md" loading={save.isPending}>
            {t('mentoring.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Tags({ label, tags, chosen, onChange, error }: { label: string; tags: Vocabulary['tags']; chosen: string[]; onChange: (chosen: string[]) => void; error: string | null }) {
  return (
    <fieldset className={classes.tags}>
      <legend>{label}</legend>
      {error && (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      )}
      <div className={classes.grid}>
        {tags.map((tag) => (
          <Checkbox
            key={tag.id}
            label={tag.label}
            checked={chosen.includes(tag.id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, tag.id] : chosen.filter((id) => id !== tag.id))}
            classNames={{ body: classes.tag ?? '', labelWrapper: classes.tagLabel ?? '' }}
          />
        ))}
      </div>
    </fieldset>
  );
}
