import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/http';
import type { ImportReport } from '../api/types';
import { Card } from '../app/Card';
import { FileField } from '../app/FileField';
import { Page } from '../app/Page';
import { ProblemAlert } from '../app/ProblemAlert';
import classes from './ImportPage.module.css';
import { Report } from './Report';

interface Upload {
  file: File;
  dryRun: boolean;
}

/** The staff list from the HR system: checked first, imported on confirmation. */
export default function ImportPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: ({ file: chosen, dryRun }: Upload) => {
      const form = new FormData();
      form.append('file', chosen, chosen.name);
      return call<ImportReport>(`/api/profile/imports${dryRun ? '?dryRun=true' : ''}`, { method: 'POST', form });
    },
    onSuccess: (_report, { dryRun }) => {
      if (!dryRun) {
        void queries.invalidateQueries({ queryKey: ['units'] });
      }
    },
  });

  const choose = (chosen: File | null) => {
    setFile(chosen);
    upload.reset();
  };

  const check = (event: FormEvent) => {
    event.preventDefault();
    if (file) {
      upload.mutate({ file, dryRun: true });
    }
  };

  const report = upload.data;
  const wasDryRun = upload.variables?.dryRun ?? true;
  const nothing = report !== undefined && report.changed === 0 && report.units.changed === 0;

  const outcome = !wasDryRun
    ? t('import.done')
    : !nothing
      ? t('import.checked')
      : report.refusedRows > 0
        ? t('import.nothingButRefused')
        : t('import.nothing');

  return (
    <Page title={t('import.title')} up={{ to: '/setup', label: t('nav.setup') }}>
      <Card>
        <Text>{t('import.about')}</Text>
        <form onSubmit={check} className={classes.form}>
          <FileField label={t('import.file')} accept=".csv,text/csv" onChoose={choose} />
          <div>
            <Button type="submit" size="md" disabled={file === null} loading={upload.isPending && wasDryRun}>
              {t('import.check')}
            </Button>
          </div>
        </form>
      </Card>
      {upload.isError && <ProblemAlert error={upload.error} />}
      <div role="status" className={classes.result}>
        {report && (
          <>
            <Alert color="kelp">{outcome}</Alert>
            <Report report={report} />
          </>
        )}
      </div>
      {report && file && wasDryRun && !nothing && (
        <Group>
          <Button size="md" loading={upload.isPending} onClick={() => upload.mutate({ file, dryRun: false })}>
            {t('import.now')}
          </Button>
        </Group>
      )}
    </Page>
  );
}
