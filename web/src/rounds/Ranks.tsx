import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../api/types';
import { useFormat } from '../i18n/format';
import classes from './Rounds.module.css';
import { useRule } from './words';

/** Where two stand among the others by points, and how many mentors the rules left out. */
export function Ranks({ why, mentee, mentor, nameOf }: { why: Explanation; mentee: string; mentor: string | null; nameOf: (staffId: string) => string }) {
  const { t } = useTranslation();
  const { number, list } = useFormat();
  const rule = useRule();
  const { ofMentors, ofMentees, competition } = why;
  const forbidden = Object.entries(why.forbidden).toSorted(([, one], [, other]) => other - one);
  const first = (ofMentors.place ?? 1) === 1 && (ofMentees?.place ?? 1) === 1;
  return (
    <>
      {mentor === null || ofMentors.place === null ? (
        <Text>{t('matching.why.allowed', { count: ofMentors.of })}</Text>
      ) : (
        <Text>{t('matching.why.amongMentors', { count: ofMentors.of, place: number(ofMentors.place), mentor })}</Text>
      )}
      {mentor !== null && ofMentees?.place !== null && ofMentees !== null && <Text>{t('matching.why.amongMentees', { count: ofMentees.of, place: number(ofMentees.place), mentor, mentee })}</Text>}
      {competition !== null && (
        <Text>
          {t('matching.why.competition', {
            count: competition.places,
            people: number(competition.menteeIds.length),
            mentees: list(competition.menteeIds.map(nameOf)),
            mentors: list(competition.mentorIds.map(nameOf)),
          })}
        </Text>
      )}
      {!first && (
        <Text size="sm" c="dimmed">
          {t('matching.why.notFirst')}
        </Text>
      )}
      {forbidden.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            {t('matching.why.forbidden')}
          </Text>
          <ul className={classes.list}>
            {forbidden.map(([id, count]) => (
              <li key={id}>
                {t('matching.why.count', { count })}: {rule(id)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
