import { Alert, Button, Group } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';
import { ProblemAlert } from './ProblemAlert';
import type { FormState } from './useForm';

/** Fields with their buttons; tells that something typed earlier is back, and what the service refused. */
export function Form<T extends object, R>({ form, buttons, children }: { form: FormState<T, R>; buttons: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.error !== null) {
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [form.error]);
  return (
    <form ref={box} onSubmit={form.submit} className={classes.form}>
      {form.restored && (
        <Alert color="kelp" role="status">
          <Group gap="xs">
            {t('form.restored')}
            <Button size="xs" variant="default" onClick={form.discard}>
              {t('form.discard')}
            </Button>
          </Group>
        </Alert>
      )}
      {children}
      {form.error !== null && <ProblemAlert error={form.error} marked={form.marked} kept />}
      <Group gap="sm">{buttons}</Group>
    </form>
  );
}
