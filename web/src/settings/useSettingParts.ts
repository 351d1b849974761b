import { useTranslation } from 'react-i18next';
import type { Policy, Rule } from '../api/types';
import { useFormat } from '../i18n/format';
import type { Parts } from '../setup/parts';

export const RULES: readonly Rule[] = ['level-high', 'level-rose', 'group-chart', 'silent'];

/** The settings in words, in the order of the form. */
export function useSettingParts(): (policy: Omit<Policy, 'version' | 'since' | 'changedBy'>) => Parts {
  const { t } = useTranslation();
  const { list, number } = useFormat();
  return (policy) => [
    [t('settings.minimumGroup'), number(policy.minimumGroup)],
    [t('settings.threshold'), number(policy.threshold)],
    [t('settings.rules'), policy.rules.length > 0 ? list(RULES.filter((rule) => policy.rules.includes(rule)).map((rule) => t(`settings.rule.${rule}.name`))) : t('settings.noRule')],
    [t('settings.silentAfter'), number(policy.silentAfter)],
    [t('settings.respondWithinDays'), number(policy.respondWithinDays)],
  ];
}
