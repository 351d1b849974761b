import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormedCircle, FormingPreview, Person, Vocabulary } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { useFormat } from '../i18n/format';
import { CircleFacts } from './CircleFacts';
import classes from './Formings.module.css';

const AT_ONCE = 20;

/** Who is brought together, how good that is, for whom there is no circle, and what is in the way. */
export function FormingOutcome({ preview, words }: { preview: FormingPreview; words: Vocabulary }) {
  const { t, i18n } = useTranslation();
  const { number } = useFormat();
  const [all, setAll] = useState(false);
  const { figures, circles, leftOut, obstacles } = preview;
  const why = (rule: string, because: string) => (i18n.exists(`circles.hindrances.${rule}`) ? t(`circles.hindrances.${rule}` as 'circles.hindrances.size') : because);
  const nameOf = (person: Person) => person.displayName ?? t('mentoring.gone');
  return (
    <>
      <Card title={t('circles.outcome.title')}>
        <dl className={entries.figures}>
          <div>
            <dt>{t('circles.outcome.circles')}</dt>
            <dd>{number(figures.circles)}</dd>
          </div>
          <div>
            <dt>{t('circles.outcome.placed')}</dt>
            <dd>{number(figures.placed)}</dd>
          </div>
          <div>
            <dt>{t('circles.outcome.leftOut')}</dt>
            <dd>{number(leftOut.length)}</dd>
          </div>
        </dl>
        {figures.ratio !== null && (
          <div>
            {/* rounded down: nothing is claimed that is not reached */}
            <Text fw={500}>{figures.ratio === 1 ? t('circles.outcome.best') : t('circles.outcome.ratio', { percent: number(Math.floor(100 * figures.ratio)) })}</Text>
            <Text size="sm" c="dimmed">
              {t(figures.ratio === 1 ? 'circles.outcome.bestText' : 'circles.outcome.ratioText', { score: number(figures.score), bound: number(figures.bound) })}
            </Text>
          </div>
        )}
        {circles.length === 0 && <Text>{t('circles.outcome.none')}</Text>}
        {obstacles.length > 0 && (
          <div>
            <h3 className={classes.subtitle}>{t('circles.outcome.obstacles')}</h3>
            <ul className={classes.list}>
              {obstacles.map((obstacle) => (
                <li key={`${obstacle.rule} ${obstacle.people}`}>
                  {why(obstacle.rule, obstacle.because)} {obstacle.people !== null && obstacle.room !== null && t('circles.outcome.room', { people: number(obstacle.people), room: number(obstacle.room) })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Card>
      {circles.length > 0 && (
        <Card title={t('circles.outcome.who')}>
          <ol className={entries.list}>
            {(all ? circles : circles.slice(0, AT_ONCE)).map((circle, at) => (
              <Formed key={circle.circleId} circle={circle} place={at + 1} words={words} />
            ))}
          </ol>
          {!all && circles.length > AT_ONCE && (
            <div>
              <Button variant="default" onClick={() => setAll(true)}>
                {t('together.all', { count: circles.length })}
              </Button>
            </div>
          )}
        </Card>
      )}
      {leftOut.length > 0 && (
        <Card title={t('circles.outcome.leftOut')}>
          <Text c="dimmed">{t('circles.outcome.leftOutText')}</Text>
          <ul className={classes.people}>
            {leftOut.map((each) => (
              <li key={each.person.staffId}>
                <strong>{nameOf(each.person)}</strong>
                <Text size="sm">{why(each.rule, each.because)}</Text>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Formed({ circle, place, words }: { circle: FormedCircle; place: number; words: Vocabulary }) {
  const { t, i18n } = useTranslation();
  const { number, decimal, list } = useFormat();
  const people = circle.members.length;
  const pairs = (people * (people - 1)) / 2;
  const part = (id: string) => (i18n.exists(`circles.parts.${id}`) ? t(`circles.parts.${id}` as 'circles.parts.topics') : id);
  return (
    <li className={entries.entry}>
      <h3 className={entries.name}>{t('circles.outcome.circle', { place: number(place) })}</h3>
      <Text>{list(circle.members.map((person) => person.displayName ?? t('mentoring.gone')))}</Text>
      <CircleFacts circle={circle} words={words} />
      {pairs > 0 && (
        <details className={classes.why}>
          <summary>{t('circles.outcome.mean', { mean: decimal(circle.score / pairs) })}</summary>
          <table className={classes.listed}>
            <thead>
              <tr>
                <th scope="col">{t('circles.outcome.part')}</th>
                <th scope="col">{t('mentoring.points')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(circle.points).map(([id, points]) => (
                <tr key={id}>
                  <th scope="row">{part(id)}</th>
                  <td>{number(points)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('circles.outcome.allPairs', { count: pairs })}</th>
                <td>{number(circle.score)}</td>
              </tr>
            </tfoot>
          </table>
        </details>
      )}
    </li>
  );
}
