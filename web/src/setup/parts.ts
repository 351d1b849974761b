/** What something says, part by part: each with its name and its value in words. */
export type Parts = readonly (readonly [label: string, value: string])[];

export interface Difference {
  label: string;
  value: string;
  /** What the other one says. */
  other: string;
}

/** In which parts one differs from another of the same kind. */
export function differences(one: Parts, other: Parts): Difference[] {
  const others = new Map(other);
  return one.flatMap(([label, value]) => (others.get(label) === value ? [] : [{ label, value, other: others.get(label) ?? '' }]));
}
