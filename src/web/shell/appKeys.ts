import { MAIN_PAGES } from './pages.ts';

/** Keys that lead to the pages of the navigation. */
export const PAGE_KEYS: ReadonlySet<string> = new Set(MAIN_PAGES.map(({ keys }) => keys));

/** Keys that mean the same wherever one is. */
export const APP_KEYS: ReadonlySet<string> = new Set(['/', 'd', 'z', '?']);
