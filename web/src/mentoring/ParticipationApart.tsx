import { Button, Text } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types';
import classes from './Participation.module.css';
import { PickColleague } from './PickColleague';

/** The colleagues with whom the reader is never matched. */
export function ParticipationApart({ apart, onChange, mistake }: { apart: Person[]; onChange: (apart: Person[]) => void; mistake: string | null }) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const title = useId();
  const text = useId();
  return (
    <div ref={group} role="group" tabIndex={-1} aria-labelledby={title} aria-describedby={text} className={classes.part}>
      <div>
        <Text id={title} fw={500}>
          {t('mentoring.participation.apart')}
        </Text>
        <Text id={text} size="sm" c="dimmed">
          {t('mentoring.participation.apartText')}
        </Text>
      </div>
      {apart.length === 0 ? (
        <Text size="sm">{t('mentoring.participation.nobody')}</Text>
      ) : (
        <ul className={classes.apart}>
          {apart.map((person) => {
            const name = person.displayName ?? t('mentoring.gone');
            return (
              <li key={person.staffId} className={classes.person}>
                <span>{name}</span>
                <Button
                  variant="subtle"
                  aria-label={t('mentoring.participation.remove', { name })}
                  onClick={() => {
                    onChange(apart.filter((other) => other.staffId !== person.staffId));
                    group.current?.focus();
                  }}
                >
                  {t('mentoring.participation.removeShort')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <PickColleague label={t('mentoring.participation.add')} except={apart} onPick={(person) => onChange([...apart, person])} mistake={mistake} />
    </div>
  );
}
