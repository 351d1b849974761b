import type { Role } from '../api/types';

/** The pages of the navigation, in order, each with the roles that it is for. */
export const pages = [
  { path: '/pulse', label: 'nav.pulse', roles: ['staff'] },
  { path: '/scores', label: 'nav.scores', roles: ['staff'] },
  { path: '/mentoring', label: 'nav.mentoring', roles: ['staff'] },
  { path: '/help', label: 'nav.help', roles: ['staff'] },
  { path: '/peers', label: 'nav.peers', roles: ['staff'] },
  { path: '/units', label: 'nav.units', roles: ['hr', 'supervisor'] },
  { path: '/cross-cuts', label: 'nav.crossCuts', roles: ['hr'] },
  { path: '/programme', label: 'nav.programme', roles: ['hr'] },
  { path: '/import', label: 'nav.import', roles: ['administrator'] },
  { path: '/ledger', label: 'nav.ledger', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/resources', label: 'nav.resources', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/access', label: 'nav.access', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
] as const satisfies readonly { path: string; label: string; roles: readonly Role[] }[];

export type PagePath = (typeof pages)[number]['path'];

export function mayOpen(path: PagePath, roles: readonly Role[]): boolean {
  return pages.some((page) => page.path === path && page.roles.some((role) => roles.includes(role)));
}

export function pagesFor(roles: readonly Role[]) {
  return pages.filter((page) => mayOpen(page.path, roles));
}
