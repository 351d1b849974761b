import type { Role } from '../api/types';

/** The pages of the navigation, in order, each with the roles that it is for. */
export const pages = [
  { path: '/pulse', label: 'nav.pulse', roles: ['staff'] },
  { path: '/scores', label: 'nav.scores', roles: ['staff'] },
  { path: '/mentoring', label: 'nav.mentoring', roles: ['staff'] },
  { path: '/circles', label: 'nav.circles', roles: ['staff'] },
  { path: '/supervision', label: 'nav.supervision', roles: ['staff', 'supervisor'] },
  { path: '/help', label: 'nav.help', roles: ['staff'] },
  { path: '/peers', label: 'nav.peers', roles: ['staff'] },
  { path: '/units', label: 'nav.units', roles: ['hr', 'supervisor'] },
  { path: '/cross-cuts', label: 'nav.crossCuts', roles: ['hr'] },
  { path: '/matching', label: 'nav.matching', roles: ['hr'] },
  { path: '/matching/circles', label: 'nav.formings', roles: ['hr'] },
  { path: '/programme', label: 'nav.programme', roles: ['hr'] },
  { path: '/setup', label: 'nav.setup', roles: ['hr', 'administrator'] },
  { path: '/ledger', label: 'nav.ledger', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/resources', label: 'nav.resources', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/access', label: 'nav.access', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
] as const satisfies readonly { path: string; label: string; roles: readonly Role[] }[];

/** Reached from the header, next to the name, or from another page. */
const otherPages = [
  { path: '/notifications', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/together', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
] as const satisfies readonly { path: string; roles: readonly Role[] }[];

/** What is rarely needed: one entry of the navigation leads to all of these. */
export const setupPages = [
  { path: '/setup/settings', label: 'settings.title', about: 'setup.settings', roles: ['hr', 'administrator'] },
  { path: '/setup/instruments', label: 'instruments.title', about: 'setup.instruments', roles: ['hr', 'administrator'] },
  { path: '/setup/resources', label: 'directory.title', about: 'setup.directory', roles: ['hr'] },
  { path: '/setup/import', label: 'import.title', about: 'setup.import', roles: ['administrator'] },
] as const satisfies readonly { path: string; label: string; about: string; roles: readonly Role[] }[];

export type PagePath = (typeof pages | typeof setupPages | typeof otherPages)[number]['path'];

const isFor = (roles: readonly Role[]) => (page: { roles: readonly Role[] }) => page.roles.some((role) => roles.includes(role));

export function mayOpen(path: PagePath, roles: readonly Role[]): boolean {
  return [...pages, ...setupPages, ...otherPages].filter(isFor(roles)).some((page) => page.path === path);
}

export function pagesFor(roles: readonly Role[]) {
  return pages.filter(isFor(roles));
}

export function setupPagesFor(roles: readonly Role[]) {
  return setupPages.filter(isFor(roles));
}
