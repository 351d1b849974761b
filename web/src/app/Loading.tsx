import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from './Card';

/** Holds the place of what is on its way, and says so to those who do not see it. */
export function Loading({ height = 220 }: { height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Card>
        <Skeleton height={18} width="45%" />
        <Skeleton height={12} width="80%" />
        <Skeleton height={height} />
      </Card>
    </div>
  );
}
