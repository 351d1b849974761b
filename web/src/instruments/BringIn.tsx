import { Alert, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../api/http';
import type { ListedInstrument } from '../api/types';
import { Card } from '../app/Card';
import { FileField } from '../app/FileField';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './InstrumentsPage.module.css';
import { NoJson } from './json';
import { Mistakes } from './Mistakes';
import { readFile, type ReadFile, type Recognised } from './recognise';
import { useLanguageName } from './useLanguageName';

/** Where an instrument's version is. */
const pathTo = (instrumentId: string, version: number) => `${encodeURIComponent(instrumentId)}/versions/${version}`;

function pathOf(is: Recognised, target: string, language: string): string {
  switch (is.kind) {
    case 'definition':
      return pathTo(is.id, is.version);
    case 'questionnaire':
      return `${target}/questionnaire`;
    default:
      return `${target}/texts/${encodeURIComponent(language)}`;
  }
}

/** Texts of an instrument, or an instrument of the agency's own, from a file that says itself which of these it is. */
export function BringIn({ instruments }: { instruments: readonly ListedInstrument[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const languageName = useLanguageName();
  const targets = instruments.map(({ instrumentId, version, languages }) => ({ path: pathTo(instrumentId, version), label: t('instruments.named', { id: instrumentId, version }), bare: languages.length === 0 }));
  const [file, setFile] = useState<ReadFile | NoJson | null>(null);
  const [target, setTarget] = useState(() => targets.find((each) => each.bare)?.path ?? targets[0]?.path ?? '');
  const [language, setLanguage] = useState('');
  const bring = useMutation({
    mutationFn: ({ path, text }: { path: string; text: string }) => call<ListedInstrument>(`/api/check-in/instruments/${path}`, { method: 'PUT', text }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['instruments'] }),
  });

  const choose = async (chosen: File | null) => {
    bring.reset();
    setFile(chosen && (await readFile(chosen)));
  };

  const known = file !== null && !(file instanceof NoJson) && file.is.kind !== 'unknown' ? file : null;
  const is = known?.is ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (known === null) {
      return;
    }
    bring.mutate({ path: pathOf(known.is, target, language), text: known.text });
  };
  const said = (text: string | null) => text || t('setup.empty');
  const refused = bring.error instanceof Problem && bring.error.mistakes.length > 0 ? bring.error : null;

  return (
    <Card title={t('instruments.bringIn')}>
      <Text>{t('instruments.bringInAbout')}</Text>
      <form onSubmit={submit} className={classes.form}>
        <FileField label={t('instruments.file')} accept=".json,application/json,application/fhir+json" onChoose={(chosen) => void choose(chosen)} />
        <div role="status" className={classes.found}>
          {file instanceof NoJson && <Alert color="orange">{t('instruments.noJson', { line: file.line, column: file.column })}</Alert>}
          {file !== null && !(file instanceof NoJson) && file.is.kind === 'unknown' && <Alert color="orange">{t('instruments.unknown')}</Alert>}
          {is?.kind === 'questionnaire' && (
            <Text>
              {t('instruments.isQuestionnaire', { title: said(is.title), language: is.language ? languageName(is.language) : said(null), licence: said(is.licence) })}
            </Text>
          )}
          {is?.kind === 'texts' && <Text>{t('instruments.isTexts', { title: said(is.title), licence: said(is.licence) })}</Text>}
          {is?.kind === 'definition' && <Text>{t('instruments.isDefinition', { id: is.id, version: is.version })}</Text>}
        </div>
        {(is?.kind === 'questionnaire' || is?.kind === 'texts') && (
          <NativeSelect
            label={t('instruments.for')}
            data={targets.map((each) => ({ value: each.path, label: each.label }))}
            value={target}
            onChange={(event) => setTarget(event.currentTarget.value)}
          />
        )}
        {is?.kind === 'texts' && (
          <TextInput
            label={t('instruments.language')}
            description={t('instruments.languageHint')}
            required
            pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          />
        )}
        {refused && known && <Mistakes mistakes={refused.mistakes} lineOf={known.parsed.lineOf} />}
        {bring.isError && !refused && <ProblemAlert error={bring.error} title={t('instruments.nothing')} />}
        <div role="status">
          {bring.isSuccess && <Alert color="kelp">{t('instruments.done', { id: bring.data.instrumentId, version: bring.data.version })}</Alert>}
        </div>
        <div>
          <Button type="submit" disabled={known === null} loading={bring.isPending}>
            {t('instruments.bring')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
