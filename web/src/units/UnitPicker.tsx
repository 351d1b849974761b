import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from './tree';
import classes from './UnitPicker.module.css';

/** A searchable list of the unit tree. */
export function UnitPicker({ tree, chosen, onChoose }: { tree: readonly Branch[]; chosen: string | null; onChoose: (unitId: string) => void }) {
  const { t } = useTranslation();
  const depths = useMemo(() => new Map(tree.map((branch) => [branch.unit.unitId, branch.depth])), [tree]);
  return (
    <Select
      label={t('units.choose')}
      placeholder={t('units.placeholder')}
      nothingFoundMessage={t('units.nothing')}
      data={tree.map((branch) => ({ value: branch.unit.unitId, label: branch.unit.name }))}
      value={chosen}
      onChange={(unitId) => unitId !== null && onChoose(unitId)}
      searchable
      allowDeselect={false}
      size="md"
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      className={classes.picker ?? ''}
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      renderOption={({ option }) => (
        <span className={classes.option} style={{ paddingInlineStart: `${(depths.get(option.value) ?? 0) * 1.1}rem` }}>
          {option.label}
        </span>
      )}
    />
  );
}
