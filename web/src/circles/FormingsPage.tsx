import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CircleForming } from '../api/types';
import { Card } from '../app/Card';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import { Scroll } from '../app/Scroll';
import { useFormat } from '../i18n/format';
import { AllCircles } from './AllCircles';
import classes from './Formings.module.css';
import { OpenForming } from './OpenForming';
import { useFormings } from './useFormings';

/** Where HR forms circles, and sees which there are. */
export default function FormingsPage() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useFormings();
  return (
    <Page title={t('circles.forming.title')}>
      <Text c="dimmed">{t('circles.forming.about')}</Text>
      <Card title={t('circles.forming.all')}>
        {isPending && <Loading height={120} />}
        {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && <Text>{t('circles.forming.none')}</Text>}
        {data && data.length > 0 && <Formings formings={data} />}
      </Card>
      <Card title={t('circles.forming.openTitle')}>
        <OpenForming />
      </Card>
      <AllCircles />
    </Page>
  );
}

function Formings({ formings }: { formings: readonly CircleForming[] }) {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  return (
    <Scroll label={t('circles.forming.caption')}>
      <table className={classes.listed}>
        <caption>
          <VisuallyHidden>{t('circles.forming.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('circles.forming.forming')}</th>
            <th scope="col">{t('circles.forming.kind')}</th>
            <th scope="col">{t('matching.rounds.state')}</th>
            <th scope="col">{t('matching.rounds.opened')}</th>
            <th scope="col">{t('circles.forming.people')}</th>
          </tr>
        </thead>
        <tbody>
          {formings.map((forming) => (
            <tr key={forming.formingId}>
              <th scope="row">
                <Link to={`/matching/circles/${encodeURIComponent(forming.formingId)}`}>{forming.name}</Link>
              </th>
              <td>{t(`circles.forming.kinds.${forming.kind}`)}</td>
              <td>{t(`matching.rounds.states.${forming.state}`)}</td>
              <td>{day(forming.openedAt)}</td>
              <td>{number(forming.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
