import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What the standards ask for, and what is good practice. */
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What colours decide: another theme changes nothing else. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const run = (page: Page, runOnly: readonly string[]): Promise<string[]> =>
  page.evaluate(
    async given => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(given);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    { runOnly },
  );

/** What axe finds on the page that is shown, in light and in dark: rule and element. */
export async function findWithAxe(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  // The page’s policy lets no script in but its own; the debugger is not asked.
  await page.evaluate(AXE);
  const found = await run(page, EVERYTHING);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = (await run(page, COLOURS)).filter(finding => !found.includes(finding));
  return [...found, ...inDark.map(finding => `in dark, ${finding}`)];
}
