import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { OwnCircle, Vocabulary } from '../api/types';
import entries from '../app/Entries.module.css';
import { Form } from '../app/Form';
import { SaveOrCancel } from '../app/SaveOrCancel';
import { useForm } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { noonOf } from '../together/times';
import { daysOf } from './days';
import { CIRCLES, CIRCLES_PATH } from './useCircles';

const WEEKS = [1, 2, 3, 4, 6, 8];

/** Under which name a plan of this circle waits in the tab. */
export const planOf = (circle: OwnCircle) => `circle.${circle.circleId}.plan`;

/** When the circle meets from now on, which any member may decide. */
export function CirclePlan({ circle, words, onDone }: { circle: OwnCircle; words: Vocabulary; onDone: () => void }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const queries = useQueryClient();
  const [today] = useState(() => new Date());
  const form = useForm({
    name: planOf(circle),
    initial: { halfDay: circle.halfDay, rhythmDays: circle.rhythmDays, nextOn: circle.meetings[0]?.on ?? '' },
    send: (plan) => call<OwnCircle>(`${CIRCLES_PATH}/${encodeURIComponent(circle.circleId)}/plan`, { method: 'PUT', json: plan }),
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: CIRCLES });
      onDone();
    },
  });
  const { halfDay, rhythmDays, nextOn } = form.values;
  const days = [...new Set([nextOn, ...daysOf(halfDay, today)])].filter(Boolean).toSorted();
  return (
    <Form
      form={form}
      buttons={<SaveOrCancel form={form} label={t('circles.planNow')} onCancel={onDone} />}
    >
      <div className={entries.fields}>
        <NativeSelect
          size="md"
          label={t('circles.halfDay')}
          data={words.times.map((time) => ({ value: time.id, label: time.label }))}
          value={halfDay}
          error={form.mistake('/halfDay')}
          onChange={(event) => form.change({ halfDay: event.currentTarget.value, nextOn: daysOf(event.currentTarget.value, today)[0] ?? '' })}
        />
        <NativeSelect
          size="md"
          label={t('circles.howOften')}
          data={[...new Set([...WEEKS, rhythmDays / 7])].toSorted((one, other) => one - other).map((weeks) => ({ value: String(7 * weeks), label: t('peers.every', { count: weeks }) }))}
          value={String(rhythmDays)}
          error={form.mistake('/rhythmDays')}
          onChange={(event) => form.change({ rhythmDays: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          size="md"
          label={t('circles.nextOn')}
          data={days.map((each) => ({ value: each, label: day(noonOf(each)) }))}
          value={nextOn}
          error={form.mistake('/nextOn')}
          onChange={(event) => form.change({ nextOn: event.currentTarget.value })}
        />
      </div>
    </Form>
  );
}
