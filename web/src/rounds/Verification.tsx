import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './Rounds.module.css';

/** Where what was published, a round or a forming, is reckoned again from what was stored. */
export function Verification({ path, text }: { path: string; text: string }) {
  const { t } = useTranslation();
  const id = useId();
  const verify = useMutation({ mutationFn: () => call<{ same: boolean; erased: boolean }>(`${path}/verification`) });
  return (
    <div className={classes.part}>
      <Text id={id} size="sm" c="dimmed">
        {text}
      </Text>
      <div>
        <Button variant="default" aria-describedby={id} loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('matching.round.verify')}
        </Button>
      </div>
      {verify.isError && <ProblemAlert error={verify.error} />}
      <Text role="status">{verify.data && t(verify.data.erased ? 'matching.round.erased' : verify.data.same ? 'matching.round.same' : 'matching.round.other')}</Text>
    </div>
  );
}
