import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const DAYS = [7, 14, 21, 28, 42, 56, 84];

/** How often two are to meet, with what it is now among the choices. */
export function Rhythm({ everyDays, mistake = null, onChange }: { everyDays: number; mistake?: string | null; onChange: (everyDays: number) => void }) {
  const { t } = useTranslation();
  const choices = DAYS.includes(everyDays) ? DAYS : [...DAYS, everyDays].toSorted((one, other) => one - other);
  return (
    <NativeSelect
      size="md"
      label={t('supervision.rhythm')}
      data={choices.map((days) => ({ value: String(days), label: t('supervision.every', { count: days }) }))}
      value={String(everyDays)}
      error={mistake}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
