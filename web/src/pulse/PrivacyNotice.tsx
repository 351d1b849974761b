import { useTranslation } from 'react-i18next';
import type { Notice } from '../api/types';
import { Card } from '../app/Card';
import { useFormat } from '../i18n/format';
import classes from './PrivacyNotice.module.css';

/** What a person is promised before the first question: which groups, how many people, who can see. */
export function PrivacyNotice({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation();
  const { list } = useFormat();
  const who = (seen: string) => {
    const key = `roles.${seen}`;
    return i18n.exists(key) ? t(key as 'roles.hr') : seen;
  };
  return (
    <Card title={t('pulse.notice.title')} tone="soft">
      <ul className={classes.list}>
        <li>{t('pulse.notice.nobody')}</li>
        {notice.groups.length > 0 && <li>{t('pulse.notice.groups', { groups: list(notice.groups.map((group) => group.name)) })}</li>}
        <li>{t('pulse.notice.minimum', { count: notice.minimumGroup })}</li>
        {notice.seenBy.length > 0 && <li>{t('pulse.notice.seenBy', { who: list(notice.seenBy.map(who)) })}</li>}
        <li>{t('pulse.notice.frozen')}</li>
      </ul>
    </Card>
  );
}
