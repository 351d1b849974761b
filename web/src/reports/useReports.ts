import { useQuery } from '@tanstack/react-query';
import { call } from '../api/http';
import type { FeedbackReport, Report, ReportOverview } from '../api/reports';
import type { TreeUnit } from '../api/types';

const REPORTS = '/api/mentorship-matching/reports';

/** Of which months there are reports, the newest first. */
export function useOverview() {
  return useQuery({ queryKey: ['reports'], queryFn: ({ signal }) => call<ReportOverview>(REPORTS, { signal }) });
}

/** One report of a month, which never changes. */
export function useReport<T>(kind: 'pool' | 'outcomes' | 'fairness', month: string) {
  return useQuery({
    queryKey: ['reports', kind, month],
    queryFn: ({ signal }) => call<Report<T>>(`${REPORTS}/${kind}?month=${encodeURIComponent(month)}`, { signal }),
    staleTime: Infinity,
  });
}

/** The newest quarter first. */
export function useFeedbackReport() {
  return useQuery({ queryKey: ['reports', 'feedback'], queryFn: ({ signal }) => call<FeedbackReport[]>(`${REPORTS}/feedback`, { signal }) });
}

/** What a unit is called; its id as long as that is not known. */
export function useUnitName(): (unitId: string) => string {
  const units = useQuery({ queryKey: ['units'], queryFn: ({ signal }) => call<TreeUnit[]>('/api/burnout-alert/units', { signal }) });
  return (unitId) => units.data?.find((unit) => unit.unitId === unitId)?.name ?? unitId;
}
