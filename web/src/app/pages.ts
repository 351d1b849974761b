import type { Role } from '../api/types';

/** The pages of the navigation, in order, each with the roles that it is for. Those within the same entry share it, and each of them links to the others. */
export const pages = [
  { path: '/pulse', label: 'nav.pulse', roles: ['staff'] },
  { path: '/scores', label: 'nav.scores', roles: ['staff'] },
  { path: '/mentoring', label: 'nav.mentoring', within: 'nav.colleagues', roles: ['staff'] },
  { path: '/circles', label: 'nav.circles', within: 'nav.colleagues', roles: ['staff'] },
  { path: '/supervision', label: 'nav.supervision', within: 'nav.colleagues', roles: ['staff', 'supervisor'] },
  { path: '/peers', label: 'nav.peers', within: 'nav.colleagues', roles: ['staff'] },
  { path: '/help', label: 'nav.help', roles: ['staff'] },
  { path: '/units', label: 'nav.units', within: 'nav.units', roles: ['hr', 'supervisor'] },
  { path: '/cross-cuts', label: 'nav.crossCuts', within: 'nav.units', roles: ['hr'] },
  { path: '/matching', label: 'nav.rounds', within: 'nav.matching', roles: ['hr'] },
  { path: '/matching/circles', label: 'nav.formings', within: 'nav.matching', roles: ['hr'] },
  { path: '/matching/supervisions', label: 'nav.namings', within: 'nav.matching', roles: ['hr'] },
  { path: '/matching/reports', label: 'reports.title', within: 'nav.matching', roles: ['hr'] },
  { path: '/programme', label: 'nav.programme', roles: ['hr'] },
  { path: '/setup', label: 'nav.setup', roles: ['hr', 'administrator'] },
  { path: '/ledger', label: 'nav.ledger', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/events', label: 'nav.events', within: 'nav.colleagues', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/resources', label: 'nav.resources', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
  { path: '/access', label: 'nav.access', roles: ['staff', 'supervisor', 'hr', 'administrator'] },
] as const satisfies readonly { path: string; label: string; within?: string; roles: readonly Role[] }[];

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

type Listed = (typeof pages)[number];

/** What the navigation shows of one page, or of several at once. */
export interface Entry {
  label: Listed['label'] | Extract<Listed, { within: string }>['within'];
  pages: Listed[];
}

export type PagePath = (typeof pages | typeof setupPages | typeof otherPages)[number]['path'];

const isFor = (roles: readonly Role[]) => (page: { roles: readonly Role[] }) => page.roles.some((role) => roles.includes(role));

export function mayOpen(path: PagePath, roles: readonly Role[]): boolean {
  return [...pages, ...setupPages, ...otherPages].filter(isFor(roles)).some((page) => page.path === path);
}

/** The entries of the navigation; several pages within one have its name, a single one keeps its own. */
export function entriesFor(roles: readonly Role[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const page of pages.filter(isFor(roles))) {
    const within = 'within' in page ? page.within : page.label;
    const others = entries.get(within)?.pages ?? [];
    entries.set(within, { label: others.length > 0 ? within : page.label, pages: [...others, page] });
  }
  return [...entries.values()];
}

/** The page of the navigation that an address is of or below. */
export function pageAt(address: string): Listed | undefined {
  return pages.filter(({ path }) => address === path || address.startsWith(`${path}/`)).toSorted((one, other) => other.path.length - one.path.length)[0];
}

export function setupPagesFor(roles: readonly Role[]) {
  return setupPages.filter(isFor(roles));
}
