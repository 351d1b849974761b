import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { ListedInstrument } from '../api/types';
import { Card } from '../app/Card';
import { ProblemAlert } from '../app/ProblemAlert';
import { useSignedIn } from '../app/session';
import { useFormat } from '../i18n/format';
import classes from './InstrumentsPage.module.css';
import { save } from './save';
import { useLanguageName } from './useLanguageName';

/** One instrument in one version. */
export function InstrumentCard({ instrument }: { instrument: ListedInstrument }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const languageName = useLanguageName();
  const { instrumentId, version, languages } = instrument;
  const name = t('instruments.named', { id: instrumentId, version });
  const { roles } = useSignedIn();
  const download = useMutation({
    mutationFn: (_what: 'whole' | 'texts') => call<Definition>(`/api/check-in/instruments/${encodeURIComponent(instrumentId)}/versions/${version}`),
    onSuccess: (definition, what) => (what === 'whole' ? save(`${instrumentId}-${version}.json`, definition) : save(`${instrumentId}-${version}-texts.json`, emptyTexts(definition))),
  });
  return (
    <Card
      title={name}
      aside={
        <Badge color={languages.length > 0 ? 'kelp' : 'orange'} variant="light" tt="none">
          {languages.length > 0 ? list(languages.map(languageName)) : t('instruments.noTexts')}
        </Badge>
      }
    >
      <dl className={classes.facts}>
        <dt>{t('instruments.source')}</dt>
        <dd>{instrument.source}</dd>
        <dt>{t('instruments.licence')}</dt>
        <dd>{instrument.licence}</dd>
        {languages.map((language) => {
          const licence = instrument.licences[language];
          return licence ? (
            <div key={language} className={classes.fact}>
              <dt>{t('instruments.licenceOf', { language: languageName(language) })}</dt>
              <dd>{licence}</dd>
            </div>
          ) : null;
        })}
        <dt>{t('instruments.scales')}</dt>
        <dd>{list(instrument.scales.map((scale) => scale.id))}</dd>
        <dt>{t('instruments.takes')}</dt>
        <dd>{t('instruments.minutes', { count: instrument.minutes })}</dd>
      </dl>
      <Text c="dimmed" size="sm">
        {[instrument.shipped ? t('instruments.shipped') : t('instruments.own'), instrument.used ? t('instruments.used') : null, languages.length === 0 ? t('instruments.textsNeeded') : null].filter(Boolean).join(' ')}
      </Text>
      {download.isError && <ProblemAlert error={download.error} />}
      <Group gap="sm">
        <Button size="sm" variant="default" loading={download.isPending} aria-label={t('setup.of', { action: t('instruments.download'), thing: name })} onClick={() => download.mutate('whole')}>
          {t('instruments.download')}
        </Button>
        {roles.includes('hr') && (
          <Button size="sm" variant="subtle" disabled={download.isPending} aria-label={t('setup.of', { action: t('instruments.template'), thing: name })} onClick={() => download.mutate('texts')}>
            {t('instruments.template')}
          </Button>
        )}
      </Group>
    </Card>
  );
}

/** Of the definition, what texts belong to. */
interface Definition {
  items: string[];
  options: { id: string }[];
  needs: string[];
}

/** Texts to fill in, as they can be brought in. */
function emptyTexts({ items, options, needs }: Definition) {
  return { title: '', licence: '', items: empty(items), options: empty(options.map((option) => option.id)), needs: empty(needs) };
}

function empty(ids: string[]) {
  return Object.fromEntries(ids.map((id) => [id, '']));
}
