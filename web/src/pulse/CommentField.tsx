import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../api/types';
import { Card } from '../app/Card';
import classes from './CommentField.module.css';

const LONGEST = 1000;

/** Words to add to the answers, and beside them from how many and by whom they are read. */
export function CommentField({ notice, text, disabled, onWrite }: { notice: Notice; text: string; disabled: boolean; onWrite: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pulse.comment.title')}>
      <div className={classes.columns}>
        <Textarea label={t('pulse.comment.label')} description={t('pulse.comment.left', { count: LONGEST - text.length })} rows={8} maxLength={LONGEST} value={text} disabled={disabled} onChange={(event) => onWrite(event.currentTarget.value)} />
        <div className={classes.notice}>
          <Text size="sm" fw={600}>
            {t('pulse.comment.notice')}
          </Text>
          <ul>
            {notice.comments.readBy.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}
