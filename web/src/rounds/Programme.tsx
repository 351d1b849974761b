import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchingProgramme } from '../api/types';
import { Card } from '../app/Card';
import { useIsTyped } from '../app/useForm';
import { useFormat } from '../i18n/format';
import { History } from '../setup/History';
import { ChangeProgramme, PROGRAMME_DRAFT } from './ChangeProgramme';
import classes from './Rounds.module.css';
import { typedOf, WeightsTable } from './WeightsTable';
import { useProgrammeParts } from './words';

/** How pairs are found: what is in force, how it came to be, and where HR changes it. */
export function Programme({ versions, current }: { versions: readonly MatchingProgramme[]; current: MatchingProgramme }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const partsOf = useProgrammeParts();
  const waits = useIsTyped(PROGRAMME_DRAFT);
  const [changing, setChanging] = useState(waits);
  return (
    <Card title={t('matching.programme.title')}>
      <Text c="dimmed">{t('matching.programme.about')}</Text>
      <div>
        <Text fw={500}>
          {current.since === null ? t('matching.programme.usual', { version: current.version }) : t('matching.programme.version', { version: current.version, date: day(current.since) })}
        </Text>
        <Text>{t(current.automatic ? 'matching.programme.automaticOn' : 'matching.programme.automaticOff')}</Text>
      </div>
      {changing ? (
        <ChangeProgramme current={current} onCancel={() => setChanging(false)} />
      ) : (
        <>
          <WeightsTable columns={[{ key: 'current', name: t('matching.weights.inForce'), typed: typedOf(current), change: null }]} />
          <div>
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('matching.programme.change')}
            </Button>
          </div>
        </>
      )}
      <details className={classes.history}>
        <summary>{t('matching.programme.history')}</summary>
        <History versions={versions.map((each) => ({ version: each.version, since: each.since ?? '', changedBy: each.since === null ? '' : null, parts: partsOf(each) }))} />
      </details>
    </Card>
  );
}
