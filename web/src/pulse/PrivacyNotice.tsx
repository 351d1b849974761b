import { useTranslation } from 'react-i18next';
import type { Notice } from '../api/types';
import { Card } from '../app/Card';
import { useFormat } from '../i18n/format';
import classes from './PrivacyNotice.module.css';

/** What a person is promised before the first question: which groups, how many people, who can see. */
export function PrivacyNotice({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  return (
    <Card title={t('pulse.notice.title')} tone="soft">
      <ul className={classes.list}>
        {notice.groups.length > 0 && <li>{t('pulse.notice.groups', { groups: list(notice.groups.map((group) => group.name)) })}</li>}
        <li>{t('pulse.notice.minimum', { count: notice.minimumGroup })}</li>
        {notice.seenBy.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{t('pulse.notice.frozen')}</li>
      </ul>
    </Card>
  );
}
