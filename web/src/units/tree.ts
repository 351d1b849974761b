import type { TreeUnit } from '../api/types';

export interface Branch {
  unit: TreeUnit;
  depth: number;
  /** Names from the top down to the unit itself. */
  path: string[];
}

/** The units above one, the nearest first. */
export function above(units: readonly TreeUnit[], unitId: string): string[] {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const path: string[] = [];
  for (let at = parents.get(unitId); at && !path.includes(at); at = parents.get(at)) {
    path.push(at);
  }
  return path;
}

/** Parents before their children, siblings by name; a unit whose parent may not be seen stands at the top. */
export function treeOf(units: readonly TreeUnit[], language: string): Branch[] {
  const known = new Set(units.map((unit) => unit.unitId));
  const byName = (a: TreeUnit, b: TreeUnit) => a.name.localeCompare(b.name, language, { numeric: true });
  const children = (parentId: string | null) =>
    units.filter((unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null) === parentId).toSorted(byName);

  const seen = new Set<string>();
  const below = (parentId: string | null, depth: number, path: string[]): Branch[] =>
    children(parentId).flatMap((unit) => {
      if (seen.has(unit.unitId)) {
        return [];
      }
      seen.add(unit.unitId);
      const own = [...path, unit.name];
      return [{ unit, depth, path: own }, ...below(unit.unitId, depth + 1, own)];
    });
  return below(null, 0, []);
}
