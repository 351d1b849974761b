import { Alert, Button, Checkbox, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { Policy, Rule } from '../api/types';
import { Form } from '../app/Form';
import { isConflict, useForm } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { Meanwhile } from '../setup/Meanwhile';
import { useNames } from '../setup/useNames';
import classes from './Choose.module.css';
import { RULES, useSettingParts } from './useSettingParts';

/** Where HR chooses; whatever is saved is a new version. */
export function Choose({ latest }: { latest: Policy }) {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const partsOf = useSettingParts();
  const nameOf = useNames();
  const queries = useQueryClient();
  const form = useForm({
    name: 'settings',
    initial: {
      version: latest.version,
      minimumGroup: String(latest.minimumGroup),
      threshold: String(latest.threshold),
      rules: latest.rules,
      silentAfter: String(latest.silentAfter),
      respondWithinDays: String(latest.respondWithinDays),
    },
    send: (choice) => call<Policy>('/api/burnout-alert/settings', { method: 'PUT', json: { ...choice, ...numbersOf(choice) } }),
    onSaved: (saved) => queries.setQueryData<Policy[]>(['settings'], (known) => known && [...known.filter((policy) => policy.version < saved.version), saved]),
    onRefused: (error) => isConflict(error) && queries.invalidateQueries({ queryKey: ['settings'] }),
  });
  const { values } = form;
  const group = Number(values.minimumGroup);
  // what was typed was typed in view of an older version
  const outdated = form.typed && latest.version > values.version;
  const number = (part: 'minimumGroup' | 'threshold' | 'silentAfter' | 'respondWithinDays', least: number, most: number, description: string) => (
    <TextInput
      type="number"
      inputMode="numeric"
      label={t(`settings.${part}`)}
      description={description}
      required
      min={least}
      max={most}
      step={1}
      value={values[part]}
      error={form.mistake(`/${part}`)}
      onChange={(event) => form.change({ [part]: event.currentTarget.value })}
    />
  );
  const rulesWrong = form.mistake('/rules');
  return (
    <Form
      form={outdated && isConflict(form.error) ? { ...form, error: null } : form}
      buttons={
        outdated ? (
          <>
            <Button loading={form.pending} onClick={() => form.save({ version: latest.version })}>
              {t('setup.saveMine')}
            </Button>
            <Button variant="default" onClick={form.discard}>
              {t('setup.takeTheirs')}
            </Button>
          </>
        ) : (
          <>
            <Button type="submit" loading={form.pending}>
              {t('settings.save')}
            </Button>
            {form.typed && (
              <Button variant="subtle" onClick={form.discard}>
                {t('app.cancel')}
              </Button>
            )}
          </>
        )
      }
    >
      {number('minimumGroup', 5, 100, t(group > latest.minimumGroup ? 'settings.larger' : group < latest.minimumGroup ? 'settings.smaller' : 'settings.minimumGroupHint'))}
      {number('threshold', 1, 100, t('settings.thresholdHint'))}
      <fieldset className={classes.rules}>
        <legend>{t('settings.rules')}</legend>
        {rulesWrong !== null && (
          <Text c="red" size="sm" role="alert">
            {rulesWrong}
          </Text>
        )}
        {RULES.map((rule) => (
          <Checkbox
            key={rule}
            label={t(`settings.rule.${rule}.name`)}
            description={t(`settings.rule.${rule}.about`)}
            checked={values.rules.includes(rule)}
            onChange={(event) => form.change({ rules: chosen(values.rules, rule, event.currentTarget.checked) })}
          />
        ))}
      </fieldset>
      {number('silentAfter', 2, 26, t('settings.silentAfterHint'))}
      {number('respondWithinDays', 1, 90, t('settings.respondWithinDaysHint'))}
      {outdated && (
        <Meanwhile
          title={t('settings.meanwhile', { name: nameOf(latest.changedBy), date: dayAndTime(latest.since), version: latest.version })}
          theirs={partsOf(latest)}
          yours={partsOf({ ...numbersOf(values), rules: values.rules })}
        />
      )}
      <div role="status">{form.saved && <Alert color="kelp">{t('settings.saved', { version: form.saved.version })}</Alert>}</div>
    </Form>
  );
}

function numbersOf(values: { minimumGroup: string; threshold: string; silentAfter: string; respondWithinDays: string }) {
  return {
    minimumGroup: Number(values.minimumGroup),
    threshold: Number(values.threshold),
    silentAfter: Number(values.silentAfter),
    respondWithinDays: Number(values.respondWithinDays),
  };
}

function chosen(rules: readonly Rule[], rule: Rule, wanted: boolean): Rule[] {
  return RULES.filter((each) => (each === rule ? wanted : rules.includes(each)));
}
