import { Alert, Button, Checkbox, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { newId } from '../api/newId';
import type { CrossCut, TreeUnit } from '../api/types';
import { ProblemAlert } from '../app/ProblemAlert';
import { above, treeOf } from '../units/tree';
import classes from './CrossCutsPage.module.css';

/** A new cross-cut: a name, and units from the tree; whoever chooses a unit chooses all below it. */
export function Choose({ units }: { units: readonly TreeUnit[] }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const tree = useMemo(() => treeOf(units, i18n.language), [units, i18n.language]);
  const uppers = useMemo(() => new Map(units.map((unit) => [unit.unitId, above(units, unit.unitId)])), [units]);
  const [id, setId] = useState(newId);
  const [name, setName] = useState('');
  const [unitIds, setUnitIds] = useState<readonly string[]>([]);
  const [tooFew, setTooFew] = useState(false);
  const choose = useMutation({
    mutationFn: () => call<CrossCut>(`/api/burnout-alert/cross-cuts/${id}`, { method: 'PUT', json: { version: 0, name, unitIds } }),
    onSuccess: () => {
      setId(newId());
      setName('');
      setUnitIds([]);
      return queries.invalidateQueries({ queryKey: ['cross-cuts'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTooFew(unitIds.length < 2);
    if (unitIds.length >= 2) {
      choose.mutate();
    }
  };
  const pick = (unitId: string, picked: boolean) => {
    choose.reset();
    // those below are part of it already
    setUnitIds(picked ? [...unitIds.filter((other) => !uppers.get(other)?.includes(unitId)), unitId] : unitIds.filter((other) => other !== unitId));
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput label={t('crossCuts.name')} description={t('crossCuts.nameHint')} required maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <fieldset className={classes.units}>
        <legend>{t('crossCuts.units')}</legend>
        <Text size="sm" c="dimmed">
          {t('crossCuts.unitsHint')}
        </Text>
        <div className={classes.tree}>
          {tree.map(({ unit, depth }) => {
            const covered = uppers.get(unit.unitId)?.some((upper) => unitIds.includes(upper)) ?? false;
            return (
              <Checkbox
                key={unit.unitId}
                label={unit.name}
                checked={covered || unitIds.includes(unit.unitId)}
                disabled={covered}
                style={{ paddingInlineStart: `${depth * 1.5}rem` }}
                onChange={(event) => pick(unit.unitId, event.currentTarget.checked)}
                classNames={{ body: classes.unit ?? '' }}
              />
            );
          })}
        </div>
      </fieldset>
      <Text size="sm">{t('crossCuts.fromNext')}</Text>
      {tooFew && unitIds.length < 2 && (
        <Text c="red" size="sm" role="alert">
          {t('crossCuts.tooFew')}
        </Text>
      )}
      {choose.isError && <ProblemAlert error={choose.error} />}
      <div role="status">{choose.isSuccess && <Alert color="kelp">{t('crossCuts.chosen', { name: choose.data.name })}</Alert>}</div>
      <div>
        <Button type="submit" loading={choose.isPending}>
          {t('crossCuts.save')}
        </Button>
      </div>
    </form>
  );
}
