import { Alert, Button, Checkbox, NativeSelect, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Mentoring, Profile, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import classes from './Choices.module.css';

const CAPACITIES = [1, 2, 3, 4, 5];

/** Opting in and out, as mentor, as mentee or as both. */
export function Choices({ mentoring, tags }: { mentoring: Mentoring | null; tags: Vocabulary['tags'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [checked, setChecked] = useState(false);
  const form = useForm({
    name: 'mentoring',
    initial: {
      mentor: Boolean(mentoring?.asMentor),
      capacity: mentoring?.asMentor?.capacity ?? 1,
      skills: mentoring?.asMentor?.skills ?? [],
      mentee: Boolean(mentoring?.asMentee),
      needs: mentoring?.asMentee?.needs ?? [],
    },
    send: async (chosen) => {
      const wanted: Mentoring = { asMentor: chosen.mentor ? { capacity: chosen.capacity, skills: chosen.skills } : null, asMentee: chosen.mentee ? { needs: chosen.needs } : null };
      await call<unknown>('/api/profile/me/mentoring', { method: 'PUT', json: wanted });
      return wanted;
    },
    onSaved: (wanted) => {
      queries.setQueryData<Profile>(['profile'], (known) => known && { ...known, mentoring: wanted });
      // matching follows the profile's event, a moment later
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: ['matches'] }), 1500);
    },
  });
  const { mentor, capacity, skills, mentee, needs } = form.values;
  const noSkills = checked && mentor && skills.length === 0;
  const noNeeds = checked && mentee && needs.length === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!(mentor && skills.length === 0) && !(mentee && needs.length === 0)) {
      form.save();
    }
  };

  return (
    <Card title={t('mentoring.choices')}>
      <Text c="dimmed">{t('mentoring.voluntary')}</Text>
      <Form
        form={{ ...form, submit }}
        buttons={
          <Button type="submit" size="md" loading={form.pending}>
            {t('mentoring.save')}
          </Button>
        }
      >
        <div className={classes.part}>
          <Switch size="md" label={t('mentoring.mentor')} checked={mentor} onChange={(event) => form.change({ mentor: event.currentTarget.checked })} />
          {mentor && (
            <div className={classes.details}>
              <NativeSelect
                label={t('mentoring.capacity')}
                size="md"
                className={classes.capacity ?? ''}
                data={[...new Set([...CAPACITIES, capacity])].map(String)}
                value={String(capacity)}
                error={form.mistake('/asMentor/capacity')}
                onChange={(event) => form.change({ capacity: Number(event.currentTarget.value) })}
              />
              <Tags label={t('mentoring.skills')} tags={tags} chosen={skills} onChange={(next) => form.change({ skills: next })} error={noSkills ? t('mentoring.pickSkills') : form.mistake('/asMentor/skills')} />
            </div>
          )}
        </div>
        <div className={classes.part}>
          <Switch size="md" label={t('mentoring.mentee')} checked={mentee} onChange={(event) => form.change({ mentee: event.currentTarget.checked })} />
          {mentee && (
            <div className={classes.details}>
              <Tags label={t('mentoring.needs')} tags={tags} chosen={needs} onChange={(next) => form.change({ needs: next })} error={noNeeds ? t('mentoring.pickNeeds') : form.mistake('/asMentee/needs')} />
            </div>
          )}
        </div>
        <div role="status">{form.saved && <Alert color="kelp">{t('mentoring.saved')}</Alert>}</div>
      </Form>
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
