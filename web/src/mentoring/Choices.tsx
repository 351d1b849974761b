import { Alert, Button, NativeSelect, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Mentoring, Profile, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import { Form } from '../app/Form';
import { useForm } from '../app/useForm';
import classes from './Choices.module.css';
import { OneWord, Words } from './ChoicesWords';

const CAPACITIES = [1, 2, 3, 4, 5];
const PEERS = ['circle', 'supervisionGroup', 'introductions'] as const;

interface Chosen {
  mentor: boolean;
  capacity: number;
  skills: string[];
  mentorDirections: string[];
  mentorWants: string;
  mentee: boolean;
  needs: string[];
  menteeDirections: string[];
  menteeWants: string;
  circle: boolean;
  supervisionGroup: boolean;
  introductions: boolean;
  topics: string[];
  caseloads: string[];
  times: string[];
  meets: string[];
}

/** Opting in and out, as mentor, as mentee and as peer, and what helps to find somebody who fits. */
export function Choices({ mentoring, words }: { mentoring: Mentoring | null; words: Vocabulary }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [checked, setChecked] = useState(false);
  const form = useForm({
    name: 'mentoring',
    initial: chosenIn(mentoring),
    send: (chosen) => call<Mentoring>('/api/profile/me/mentoring', { method: 'PUT', json: wanted(chosen) }),
    onSaved: (stored) => {
      queries.setQueryData<Profile>(['profile'], (known) => known && { ...known, mentoring: stored });
      // matching follows the profile's event, a moment later
      window.setTimeout(() => void queries.invalidateQueries({ queryKey: ['matches'] }), 1500);
    },
  });
  const { values, change, mistake } = form;
  const { mentor, mentee } = values;
  const peer = isPeer(values);
  const missing = (field: Choice) => checked && missingIn(values).includes(field);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const [first] = missingIn(values);
    if (first) {
      event.currentTarget.querySelector<HTMLElement>(`fieldset[name=${first}] input`)?.focus();
    } else {
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
          <Switch size="md" label={t('mentoring.mentor')} checked={mentor} onChange={(event) => change({ mentor: event.currentTarget.checked })} />
          {mentor && (
            <div className={classes.details}>
              <NativeSelect
                label={t('mentoring.capacity')}
                size="md"
                className={classes.one ?? ''}
                data={[...new Set([...CAPACITIES, values.capacity])].map(String)}
                value={String(values.capacity)}
                error={mistake('/asMentor/capacity')}
                onChange={(event) => change({ capacity: Number(event.currentTarget.value) })}
              />
              <Words
                name="skills"
                label={t('mentoring.skills')}
                words={words.tags}
                chosen={values.skills}
                onChange={(skills) => change({ skills })}
                error={missing('skills') ? t('mentoring.pickSkills') : mistake('/asMentor/skills')}
              />
              <Words
                name="mentorDirections"
                label={t('mentoring.mentorDirections')}
                words={words.directions}
                chosen={values.mentorDirections}
                onChange={(mentorDirections) => change({ mentorDirections })}
                error={mistake('/asMentor/directions')}
              />
              <OneWord label={t('mentoring.mentorWants')} words={words.wants.asMentor} chosen={values.mentorWants} onChange={(mentorWants) => change({ mentorWants })} error={mistake('/asMentor/wants')} />
            </div>
          )}
        </div>
        <div className={classes.part}>
          <Switch size="md" label={t('mentoring.mentee')} checked={mentee} onChange={(event) => change({ mentee: event.currentTarget.checked })} />
          {mentee && (
            <div className={classes.details}>
              <Words
                name="needs"
                label={t('mentoring.needs')}
                words={words.tags}
                chosen={values.needs}
                onChange={(needs) => change({ needs })}
                error={missing('needs') ? t('mentoring.pickNeeds') : mistake('/asMentee/needs')}
              />
              <Words
                name="menteeDirections"
                label={t('mentoring.menteeDirections')}
                words={words.directions}
                chosen={values.menteeDirections}
                onChange={(menteeDirections) => change({ menteeDirections })}
                error={mistake('/asMentee/directions')}
              />
              <OneWord label={t('mentoring.menteeWants')} words={words.wants.asMentee} chosen={values.menteeWants} onChange={(menteeWants) => change({ menteeWants })} error={mistake('/asMentee/wants')} />
            </div>
          )}
        </div>
        <fieldset className={classes.part}>
          <legend>{t('mentoring.peers.title')}</legend>
          <div className={classes.switches}>
            {PEERS.map((way) => (
              <div key={way}>
                <Switch size="md" label={t(`mentoring.peers.${way}`)} aria-describedby={`${id}-${way}`} checked={values[way]} onChange={(event) => change({ [way]: event.currentTarget.checked })} />
                <Text id={`${id}-${way}`} c="dimmed" size="sm" className={classes.what}>
                  {t(`mentoring.peers.${way}Text`)}
                </Text>
              </div>
            ))}
          </div>
          {peer && (
            <div className={classes.details}>
              <Words
                name="topics"
                label={t('mentoring.peers.topics')}
                words={words.tags}
                chosen={values.topics}
                onChange={(topics) => change({ topics })}
                error={missing('topics') ? t('mentoring.peers.pickTopics') : mistake('/asPeer/topics')}
              />
            </div>
          )}
        </fieldset>
        {(mentor || mentee || peer) && (
          <fieldset className={classes.part}>
            <legend>{t('mentoring.together.title')}</legend>
            <Text c="dimmed" size="sm">
              {t('mentoring.together.about')}
            </Text>
            <div className={classes.details}>
              <Words name="caseloads" label={t('mentoring.together.caseloads')} words={words.caseloads} chosen={values.caseloads} onChange={(caseloads) => change({ caseloads })} error={mistake('/caseloads')} />
              <Words name="times" pairs label={t('mentoring.together.times')} hint={t('mentoring.together.anyTime')} words={words.times} chosen={values.times} onChange={(times) => change({ times })} error={mistake('/times')} />
              <Words name="meets" pairs label={t('mentoring.together.meets')} hint={t('mentoring.together.eitherWay')} words={words.meets} chosen={values.meets} onChange={(meets) => change({ meets })} error={mistake('/meets')} />
            </div>
          </fieldset>
        )}
        <div role="status">{form.saved && <Alert color="kelp">{t('mentoring.saved')}</Alert>}</div>
      </Form>
    </Card>
  );
}

function chosenIn(mentoring: Mentoring | null): Chosen {
  const { asMentor = null, asMentee = null, asPeer = null } = mentoring ?? {};
  return {
    mentor: asMentor !== null,
    capacity: asMentor?.capacity ?? 1,
    skills: asMentor?.skills ?? [],
    mentorDirections: asMentor?.directions ?? [],
    mentorWants: asMentor?.wants ?? 'anybody',
    mentee: asMentee !== null,
    needs: asMentee?.needs ?? [],
    menteeDirections: asMentee?.directions ?? [],
    menteeWants: asMentee?.wants ?? 'anybody',
    circle: asPeer?.circle ?? false,
    supervisionGroup: asPeer?.supervisionGroup ?? false,
    introductions: asPeer?.introductions ?? false,
    topics: asPeer?.topics ?? [],
    caseloads: mentoring?.caseloads ?? [],
    times: mentoring?.times ?? [],
    meets: mentoring?.meets ?? [],
  };
}

function wanted(chosen: Chosen): Mentoring {
  const { circle, supervisionGroup, introductions, topics, caseloads, times, meets } = chosen;
  return {
    asMentor: chosen.mentor ? { capacity: chosen.capacity, skills: chosen.skills, directions: chosen.mentorDirections, wants: chosen.mentorWants } : null,
    asMentee: chosen.mentee ? { needs: chosen.needs, directions: chosen.menteeDirections, wants: chosen.menteeWants } : null,
    caseloads,
    times,
    meets,
    asPeer: isPeer(chosen) ? { circle, supervisionGroup, introductions, topics } : null,
  };
}

function isPeer(chosen: Chosen): boolean {
  return PEERS.some((way) => chosen[way]);
}

type Choice = 'skills' | 'needs' | 'topics';

/** The lists of which something must be chosen before it makes sense to send them, from the top of the form. */
function missingIn(chosen: Chosen): Choice[] {
  const needed: Record<Choice, boolean> = { skills: chosen.mentor, needs: chosen.mentee, topics: chosen.introductions };
  return (['skills', 'needs', 'topics'] as const).filter((field) => needed[field] && chosen[field].length === 0);
}
