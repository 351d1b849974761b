import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';

const EChart = lazy(() => import('./EChart'));

export function Chart({ option, height = 320 }: { option: EChartsCoreOption; height?: number }) {
  return (
    <Suspense fallback={<Skeleton height={height} />}>
      <EChart option={option} height={height} />
    </Suspense>
  );
}
