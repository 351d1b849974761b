import { Button, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { ProblemAlert } from '../app/ProblemAlert';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import classes from './Formings.module.css';
import { useAllCircles } from './useFormings';

const AT_ONCE = 20;

/** Which circles there are and who is in them, as far as HR may know. */
export function AllCircles() {
  const { t } = useTranslation();
  const { day, list } = useFormat();
  const { data, isPending, error, refetch } = useAllCircles();
  const [all, setAll] = useState(false);
  return (
    <Card title={t('circles.all.title')}>
      <Text c="dimmed">{t('circles.all.about')}</Text>
      {isPending && <Loading height={120} />}
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Text>{t('circles.all.none')}</Text>}
      {data && data.length > 0 && (
        <Scroll label={t('circles.all.caption')}>
          <table className={classes.listed}>
            <caption>
              <VisuallyHidden>{t('circles.all.caption')}</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('circles.all.kind')}</th>
                <th scope="col">{t('circles.all.members')}</th>
                <th scope="col">{t('circles.all.since')}</th>
                <th scope="col">{t('matching.rounds.state')}</th>
              </tr>
            </thead>
            <tbody>
              {(all ? data : data.slice(0, AT_ONCE)).map((circle) => (
                <tr key={circle.circleId}>
                  <th scope="row">{t(`circles.kinds.${circle.kind}`)}</th>
                  <td className={classes.names}>{circle.members.length === 0 ? '–' : list(circle.members.map((person) => person.displayName ?? t('mentoring.gone')))}</td>
                  <td>{circle.since === null ? '–' : day(circle.since)}</td>
                  <td>{t(`circles.states.${circle.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {data && !all && data.length > AT_ONCE && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('together.all', { count: data.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
