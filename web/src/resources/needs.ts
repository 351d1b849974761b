import { useTranslation } from 'react-i18next';

/** What an entry may help with, as the scales and our own wording name it; an agency may use others through the API. */
export const NEEDS = ['workload', 'energy', 'clients', 'support', 'meaning', 'balance', 'career', 'urgent'] as const;

export function useNeedName(): (need: string) => string {
  const { t, i18n } = useTranslation();
  return (need) => (i18n.exists(`resources.needs.${need}`) ? t(`resources.needs.${need}` as 'resources.needs.workload') : need);
}
