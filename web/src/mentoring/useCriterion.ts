import { useTranslation } from 'react-i18next';

/** What a criterion of matching is called. */
export function useCriterion(): (id: string) => string {
  const { t, i18n } = useTranslation();
  return (id) => (i18n.exists(`mentoring.criteria.${id}`) ? t(`mentoring.criteria.${id}` as 'mentoring.criteria.skills') : id);
}
