import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { differences, type Parts } from './parts';
import classes from './Setup.module.css';
import { useNames } from './useNames';

export interface Version {
  version: number;
  since: string;
  /** Empty for what came with the service; null where it is not told. */
  changedBy: string | null;
  parts: Parts;
}

/** All versions of something, the latest first, each with what it changed; the first one whole. */
export function History({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const nameOf = useNames();
  return (
    <ol reversed className={classes.versions}>
      {versions.toReversed().map((each) => {
        const before = versions.find((other) => other.version === each.version - 1);
        const changed = before && differences(each.parts, before.parts);
        return (
          <li key={each.version} className={classes.version}>
            <strong>{t('setup.version', { version: each.version })}</strong>{' '}
            <span className={classes.before}>{each.changedBy === '' ? nameOf('') : each.changedBy === null ? dayAndTime(each.since) : t('setup.changedBy', { name: nameOf(each.changedBy), date: dayAndTime(each.since) })}</span>
            <ul className={classes.parts}>
              {before === undefined
                ? each.parts.map(([label, value]) => (
                    <li key={label}>
                      {label}: {value || t('setup.empty')}
                    </li>
                  ))
                : changed?.map(({ label, value, other }) => (
                    <li key={label}>
                      {label}: {value || t('setup.empty')} <span className={classes.before}>{t('setup.before', { value: other || t('setup.empty') })}</span>
                    </li>
                  ))}
              {changed?.length === 0 && <li>{t('setup.unchanged')}</li>}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
