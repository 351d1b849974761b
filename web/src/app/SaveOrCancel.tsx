import { Button, type MantineSize } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormState } from './useForm';

interface Props<T, R> {
  form: FormState<T, R>;
  label: string;
  size?: MantineSize;
  onCancel: () => void;
}

/** The buttons of a form that was opened for one thing: sends it, or forgets what was typed and closes it. */
export function SaveOrCancel<T, R>({ form, label, size = 'md', onCancel }: Props<T, R>) {
  const { t } = useTranslation();
  return (
    <>
      <Button type="submit" size={size} loading={form.pending}>
        {label}
      </Button>
      <Button
        size={size}
        variant="subtle"
        onClick={() => {
          form.discard();
          onCancel();
        }}
      >
        {t('app.cancel')}
      </Button>
    </>
  );
}
