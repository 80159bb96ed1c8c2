import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyBundle } from '../builders/bundle.ts';
import { hostileBundle } from '../builders/hostile.ts';
import { outageBundle } from '../builders/outage.ts';
import { launchBrowser } from '../harness/browser.ts';
import { openPage } from './openPage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const blns = JSON.parse(readFileSync(new URL('../corpus/blns/blns.json', import.meta.url), 'utf8'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const AXE = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`;

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  test.each([
    ['the document', outageBundle(1, 60), ''],
    ['the drawer', outageBundle(1, 60), '#e8'],
    ['a query', outageBundle(1, 60), '#e36'],
    ['an empty page', emptyBundle(), ''],
  ])('%s has no barrier that axe knows', async (_, bundle, hash) => {
    const { page, close } = await openPage(browser, bundle, { colorScheme, hash, bypassCSP: true });
    await page.addScriptTag({ content: axe });
    expect(await page.evaluate(AXE)).toEqual([]);
    await page.keyboard.press('?');
    expect(await page.evaluate(AXE)).toEqual([]);
    await close();
  });
});

test.each([
  ['injections', hostileBundle()],
  ['naughty strings', hostileBundle(blns)],
])('%s are shown and never run', async (_, bundle) => {
  const { page, complaints, close } = await openPage(browser, bundle, { reducedMotion: 'reduce' });
  await page.evaluate('ran = 0; pwned = alert = () => { ran += 1; }');
  for (const hash of ['#e1', '#m3', '#event-2']) {
    await page.evaluate(`location.hash = '${hash}'`);
    await page.getByRole('dialog').waitFor();
  }
  await page.keyboard.press('t');
  for (const key of ['.', '+', '+', 'Enter', '?', 'Escape']) await page.keyboard.press(key);
  const elements = await page.evaluate(
    `document.querySelectorAll('iframe, img, object, embed, form, main script').length`,
  );
  expect(elements).toBe(0);
  expect(await page.evaluate('ran')).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('the page prints its evidence, on white, without controls', async () => {
  const { page, close } = await openPage(browser, outageBundle(1, 60), { colorScheme: 'dark', hash: '#e8' });
  await page.emulateMedia({ media: 'print' });
  const shown = (selector: string) => page.locator(selector).first().isVisible();
  expect(await Promise.all(['#appendix', '.still-timeline', '#moments'].map(shown))).toEqual([
    true,
    true,
    true,
  ]);
  expect(await Promise.all(['.drawer', '.bar-top', '.timeline', '.outline'].map(shown))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(await page.evaluate('getComputedStyle(document.documentElement).color')).toBe('rgb(27, 29, 34)');
  await close();
});
