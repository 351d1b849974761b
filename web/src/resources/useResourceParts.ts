import { useTranslation } from 'react-i18next';
import type { Resource } from '../api/types';
import { useFormat } from '../i18n/format';
import type { Parts } from '../setup/parts';
import { useNeedName } from './needs';

export const KINDS: readonly Resource['kind'][] = ['counselling', 'peer-line', 'training', 'community', 'policy'];

/** An entry in words, in the order of its form. */
export function useResourceParts(): (resource: Omit<Resource, 'resourceId' | 'version'>) => Parts {
  const { t } = useTranslation();
  const { list } = useFormat();
  const nameOf = useNeedName();
  return (resource) => [
    [t('directory.kind'), t(`resources.kinds.${resource.kind}`)],
    [t('directory.titleEn'), resource.title.en],
    [t('directory.titleEs'), resource.title.es],
    [t('directory.textEn'), resource.text.en],
    [t('directory.textEs'), resource.text.es],
    [t('directory.link'), resource.link ?? ''],
    [t('directory.phone'), resource.phone ?? ''],
    [t('directory.needs'), list(resource.needs.map(nameOf))],
    [t('directory.shown'), t(resource.active ? 'directory.yes' : 'directory.no')],
  ];
}
