import { Button, Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../app/save';
import { Scroll } from '../app/Scroll';
import { csvOf } from './csv';
import classes from './Reports.module.css';

/** A titled part of a report. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" className={classes.part} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={3} id={id} className={classes.subtitle ?? ''}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </div>
  );
}

interface Props {
  title: string;
  /** Of the file, without its extension. */
  file: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** What is to know before one reads it. */
  children?: ReactNode;
}

/** A table of a report, all of it in words; its file says exactly the same. */
export function ReportTable({ title, file, head, rows, children }: Props) {
  const { t } = useTranslation();
  const action = t('reports.download');
  return (
    <Part
      title={title}
      aside={
        <Button size="sm" variant="default" aria-label={t('setup.of', { action, thing: title })} onClick={() => saveText(`holdfast-${file}.csv`, 'text/csv;charset=utf-8', csvOf([head, ...rows]))}>
          {action}
        </Button>
      }
    >
      {children}
      <Scroll label={title}>
        <table className={classes.table}>
          <caption>
            <VisuallyHidden>{title}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={head[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Part>
  );
}
