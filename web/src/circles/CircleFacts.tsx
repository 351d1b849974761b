import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../api/types';
import entries from '../app/Entries.module.css';
import { useFormat } from '../i18n/format';
import { useLanguageName } from '../instruments/useLanguageName';

interface Facts {
  halfDay: string;
  /** Only once that is decided. */
  rhythmDays?: number;
  topics: string[];
  languages?: string[];
  /** Where it is not told who is in it. */
  size?: string;
}

/** What all of a circle share, and when they meet. */
export function CircleFacts({ circle, words }: { circle: Facts; words: Vocabulary }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const language = useLanguageName();
  const topics = circle.topics.map((id) => words.tags.find((tag) => tag.id === id)?.label ?? id);
  const { size, rhythmDays, languages = [] } = circle;
  const halfDay = words.times.find((time) => time.id === circle.halfDay)?.label ?? circle.halfDay;
  return (
    <dl className={entries.facts}>
      {size !== undefined && (
        <div>
          <dt>{t('circles.size')}</dt>
          <dd>{t('circles.people', { size: size.replace('-', '–') })}</dd>
        </div>
      )}
      <div>
        <dt>{t('circles.meets')}</dt>
        <dd>{rhythmDays === undefined ? halfDay : t('circles.rhythm', { count: rhythmDays / 7, halfDay })}</dd>
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
          <dd>{list(languages.map(language))}</dd>
        </div>
      )}
    </dl>
  );
}
