import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/http';
import type { Warning } from '../api/types';
import { useFormat } from '../i18n/format';

/** What one should perhaps look at, said to nobody else, with what may help. Without warnings, nothing. */
export function Warnings() {
  const { t, i18n } = useTranslation();
  const { day, number } = useFormat();
  const queries = useQueryClient();
  const warnings = useQuery({
    queryKey: ['warnings'],
    queryFn: ({ signal }) => call<Warning[]>('/api/check-in/me/warnings', { signal }),
  });
  const acknowledge = useMutation({
    mutationFn: (warning: Warning) => call<Warning>(`/api/check-in/me/warnings/${encodeURIComponent(warning.scale)}`, { method: 'PUT', json: { acknowledged: true, mutedUntil: warning.mutedUntil } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['warnings'] }),
  });
  const nameOf = (scale: string) => (i18n.exists(`scores.scales.${scale}`) ? t(`scores.scales.${scale}` as 'scores.scales.strain') : scale);
  const raised = (warnings.data ?? []).filter((warning) => warning.state === 'raised' && !warning.acknowledged && warning.mutedUntil === null);
  return raised.map((warning) => (
    <Alert key={warning.scale} color="orange" title={t('scores.warning.title', { scale: nameOf(warning.scale) })}>
      <Text size="sm">
        {t('scores.warning.since', { date: day(warning.since), latest: number(warning.evidence.latest) })}
        {warning.evidence.usual !== null && ` ${t('scores.warning.usual', { usual: number(warning.evidence.usual), count: warning.evidence.earlierAnswers })}`}
      </Text>
      <Text size="sm" mb="sm">
        {t('scores.warning.nobody')} <span lang="en">({warning.falseAlarms})</span>
      </Text>
      <Group gap="sm">
        <Button size="sm" component={Link} to="/help">
          {t('scores.warning.help')}
        </Button>
        <Button size="sm" variant="default" component={Link} to={`/resources?${new URLSearchParams(warning.needs.map((need) => ['need', need])).toString()}`}>
          {t('scores.warning.resources')}
        </Button>
        <Button size="sm" variant="default" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(warning)}>
          {t('scores.warning.acknowledge')}
        </Button>
      </Group>
    </Alert>
  ));
}
