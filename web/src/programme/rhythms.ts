/** The rhythms offered, as ISO 8601 periods. */
export const rhythms = [
  { every: 'P7D', label: 'weekly' },
  { every: 'P14D', label: 'fortnightly' },
  { every: 'P1M', label: 'monthly' },
  { every: 'P3M', label: 'quarterly' },
] as const;
