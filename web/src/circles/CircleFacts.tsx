import { useTranslation } from 'react-i18next';
import type { OpenCircle, OwnCircle, Vocabulary } from '../api/types';
import { useFormat } from '../i18n/format';
import { useLanguageName } from '../instruments/useLanguageName';
import classes from './Circles.module.css';

/** What a half day of the week is called. */
export function halfDayIn(words: Vocabulary, id: string): string {
  return words.times.find((time) => time.id === id)?.label ?? id;
}

/** What all of a circle share, and when they meet. */
export function CircleFacts({ circle, words }: { circle: OwnCircle | OpenCircle; words: Vocabulary }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const language = useLanguageName();
  const topics = circle.topics.map((id) => words.tags.find((tag) => tag.id === id)?.label ?? id);
  const languages = 'languages' in circle ? circle.languages.map(language) : [];
  return (
    <dl className={classes.facts}>
      {'size' in circle && (
        <div>
          <dt>{t('circles.size')}</dt>
          <dd>{t('circles.people', { size: circle.size.replace('-', '–') })}</dd>
        </div>
      )}
      <div>
        <dt>{t('circles.meets')}</dt>
        <dd>{t('circles.rhythm', { count: circle.rhythmDays / 7, halfDay: halfDayIn(words, circle.halfDay) })}</dd>
      </div>
      {topics.length > 0 && (
        <div>
          <dt>{t('circles.topics')}</dt>
          <dd>{list(topics)}</dd>
        </div>
      )}
      {languages.length > 0 && (
        <div>
          <dt>{t('circles.languages')}</dt>
          <dd>{list(languages)}</dd>
        </div>
      )}
    </dl>
  );
}
