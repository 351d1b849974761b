import { Button, Checkbox, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedSupervision } from '../api/types';
import { Card } from '../app/Card';
import entries from '../app/Entries.module.css';
import { Loading } from '../app/Loading';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from '../rounds/Rounds.module.css';
import { NameTwo } from './NameTwo';
import { NamingEntry } from './NamingEntry';
import { useNamings } from './useNamings';

const AT_ONCE = 20;

/** Where HR names who supervises whom, and sees whom it named. */
export default function NamingsPage() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useNamings();
  return (
    <Page title={t('supervision.naming.title')}>
      <Text c="dimmed">{t('supervision.naming.about')}</Text>
      <Card title={t('supervision.naming.all')}>
        <Text c="dimmed">{t('supervision.naming.line')}</Text>
        {isPending && <Loading height={120} />}
        {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data && <Namings namings={data} />}
      </Card>
      <Card title={t('supervision.naming.nameTitle')}>
        <NameTwo />
      </Card>
    </Page>
  );
}

function Namings({ namings }: { namings: readonly NamedSupervision[] }) {
  const { t } = useTranslation();
  const told = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const [over, setOver] = useState(false);
  const [all, setAll] = useState(false);
  const wanted = namings.filter((naming) => over || naming.state !== 'ended');
  const shown = all ? wanted : wanted.slice(0, AT_ONCE);
  return (
    <>
      <Checkbox label={t('supervision.naming.showOver')} checked={over} onChange={(event) => setOver(event.currentTarget.checked)} classNames={{ body: classes.check ?? '' }} />
      <p ref={told} role="status" tabIndex={-1} className={classes.told}>
        {said}
      </p>
      {wanted.length === 0 && <Text>{t('supervision.naming.none')}</Text>}
      {wanted.length > 0 && (
        <ul className={entries.list}>
          {shown.map((naming) => (
            <NamingEntry
              key={naming.supervisionId}
              naming={naming}
              onDone={(words) => {
                setSaid(words);
                // what was pressed is not there any more
                told.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      {shown.length < wanted.length && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('together.all', { count: wanted.length })}
          </Button>
        </div>
      )}
    </>
  );
}
