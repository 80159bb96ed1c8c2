import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptyBundle } from '../builders/bundle.ts';
import {
  autumnBundle,
  crowdedBundle,
  epochBundle,
  loneBundle,
  talkativeBundle,
  wideBundle,
} from '../builders/edges.ts';
import { outageBundle } from '../builders/outage.ts';
import { launchBrowser } from '../harness/browser.ts';
import { type OpenedPage, openPage } from './openPage.ts';

let browser: Browser;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  const complaints = opened?.complaints ?? [];
  await opened?.close();
  opened = undefined;
  expect(complaints).toEqual([]);
});

async function open(
  ...given: Parameters<typeof openPage> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Page> {
  opened = await openPage(browser, ...given);
  return opened.page;
}

const focusedText = (page: Page) => page.evaluate('document.activeElement?.textContent');
const span = (page: Page) => page.locator('.status-span:not(:empty)').textContent();

describe('reading', () => {
  test('a citation opens the drawer by key, Escape gives the focus back', async () => {
    const page = await open(outageBundle(1, 200));
    const citation = page.locator('#summary a.cite').first();
    await citation.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: 'Impact begins: checkout answers 503', exact: true }).waitFor();
    expect(new URL(page.url()).hash).toBe('#e8');
    await page.keyboard.press('ArrowRight');
    expect(new URL(page.url()).hash).toBe('#e9');
    await page.keyboard.press('Escape');
    expect(await drawer.isVisible()).toBe(false);
    expect(await focusedText(page)).toBe('8');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('an address leads into the drawer, and Back leaves it', async () => {
    const page = await open(outageBundle(1, 50), { hash: '#e36' });
    await page.getByRole('dialog').getByText('select count(*)').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#summary a.cite').first().click();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('a long line is cut, and whole when asked for', async () => {
    const bundle = outageBundle(1, 10);
    const [first] = bundle.citations;
    first!.records[0]!.body = `${'x'.repeat(50_000)}end`;
    const page = await open(bundle, { hash: '#e1' });
    const body = page.getByRole('dialog').locator('.record-body').first();
    expect(await body.textContent()).toHaveLength(4000);
    await page.getByRole('button', { name: 'Show all 50,003 characters' }).click();
    expect(await body.textContent()).toMatch(/xend$/);
  });

  test('the theme is kept for the next visit', async () => {
    const page = await open(outageBundle(1, 10), { colorScheme: 'light' });
    const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
  });

  test('the zone changes every time on the page, and the night with two hours stays in order', async () => {
    const page = await open(autumnBundle(), { timezoneId: 'Asia/Kolkata' });
    const times = page.locator('#moments time');
    expect(await times.first().textContent()).toBe('24 Oct 23:00:00.000');
    await page.getByLabel('Time zone of this page').selectOption({ label: 'Incident · Europe/Berlin' });
    const shown = await times.allTextContents();
    expect(shown.slice(2, 6)).toEqual(['02:00:00.000', '02:30:00.000', '02:00:00.000', '02:30:00.000']);
    expect(await times.nth(3).getAttribute('title')).toContain('Europe/Berlin (+02:00), to the millisecond');
    expect(await times.nth(5).getAttribute('title')).toContain('(+01:00)');
    await page.keyboard.press('z');
    expect(await times.first().textContent()).toBe('24 Oct 23:00:00.000');
  });

  test('without scripts everything can still be read', async () => {
    const page = await open(outageBundle(1, 10), { javaScriptEnabled: false });
    expect(await page.locator('#moments tbody tr:visible').count()).toBe(95);
    expect(await page.locator('.still-timeline').isVisible()).toBe(true);
    await page.locator('#summary a.cite').first().click();
    expect(new URL(page.url()).hash).toBe('#e8');
    expect(await page.locator('#appendix #e8').isVisible()).toBe(true);
  });
});

describe('the timeline', () => {
  test('zooms and moves by keys, and 0 brings the window back', async () => {
    const page = await open(outageBundle(1, 500));
    const whole = await span(page);
    await page.keyboard.press('t');
    for (let step = 0; step < 24; step++) await page.keyboard.press('+');
    await expect.poll(() => span(page)).toMatch(/· \d+ µs$/);
    const near = await span(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => span(page)).not.toBe(near);
    await page.keyboard.press('0');
    await expect.poll(() => span(page)).toBe(whole);
  });

  test('zooms by wheel once it has the focus, and by brush', async () => {
    const page = await open(outageBundle(1, 500));
    const plot = page.getByRole('application', { name: 'Timeline' });
    await plot.scrollIntoViewIfNeeded();
    await plot.focus();
    const box = (await plot.boundingBox())!;
    const whole = await span(page);
    await page.mouse.move(box.x + 300, box.y + 60);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => span(page)).not.toBe(whole);
    const near = await span(page);
    await page.keyboard.down('Shift');
    await page.mouse.down();
    await page.mouse.move(box.x + 420, box.y + 60);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => span(page)).not.toBe(near);
  });

  test('two fingers zoom on a small screen', async () => {
    const small = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
    const page = await open(outageBundle(1, 100), small);
    const plot = page.getByRole('application', { name: 'Timeline' });
    await page.evaluate(`document.querySelector('.plot').scrollIntoView()`);
    const whole = await span(page);
    const box = (await plot.boundingBox())!;
    const hand = await page.context().newCDPSession(page);
    for (const [type, left, right] of [
      ['touchStart', 150, 220],
      ['touchMove', 110, 260],
      ['touchMove', 70, 300],
    ] as const) {
      const touchPoints = [left, right].map((x, id) => ({ x, y: box.y + 140, id }));
      await hand.send('Input.dispatchTouchEvent', { type, touchPoints });
    }
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => span(page)).not.toBe(whole);
  });

  test('steps through moments and opens one', async () => {
    const page = await open(outageBundle(1, 100));
    await page.keyboard.press('t');
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    expect(await page.locator('#moments tr.pointed .moment-title').textContent()).toContain(
      'payments 2026.10.14-3',
    );
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /payments 2026.10.14-3/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement?.className')).toBe('plot');
  });

  test('search counts, steps and marks the table', async () => {
    const page = await open(outageBundle(1, 300));
    await page.keyboard.press('/');
    await page.keyboard.type('rollback');
    await expect.poll(() => page.locator('.search-count').textContent()).toBe('–/1');
    await page.keyboard.press('Enter');
    expect(await page.locator('.search-count').textContent()).toBe('1/1');
    expect(await page.locator('#moments tr.found').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('#moments tr.found').count()).toBe(0);
  });

  test('a filter narrows timeline and table alike', async () => {
    const page = await open(outageBundle(1, 300));
    const rows = page.locator('#moments tbody tr:visible');
    expect(await rows.count()).toBe(35);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'messages' }).click();
    expect(await rows.count()).toBe(5);
    await page.getByRole('button', { name: /^#inc-checkout/ }).click();
    expect(await rows.count()).toBe(5);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await rows.count()).toBe(35);
  });

  test('all moments are a click away, also with three hundred messages', async () => {
    const page = await open(talkativeBundle());
    const rows = page.locator('#moments tbody tr:visible');
    await page.getByRole('button', { name: 'Show all 395' }).click();
    expect(await rows.count()).toBe(395);
    await page.getByRole('button', { name: 'Show those kept' }).click();
    expect(await rows.count()).toBe(35);
  });

  test('begins at the window even when a clock stood at 1970', async () => {
    const page = await open(epochBundle());
    expect(await span(page)).toMatch(/^2026-10-14 06:58:24 – 08:21:36 UTC · 1 h 23 min$/);
    await page.getByRole('button', { name: '‹ 3 earlier' }).click();
    await expect.poll(() => span(page)).toMatch(/^19(69|70)-/);
  });
});

/** Makes the page count the frames that its script draws. */
const NOTE_FRAMES = `frames = 0; { const ask = requestAnimationFrame; requestAnimationFrame = draw => ask(now => {
  draw(now); frames += 1; }); }`;

test('sixty lanes and five thousand events follow the keys, in a few frames a key', async () => {
  const page = await open(wideBundle(), { before: NOTE_FRAMES, reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: 'Show all, 60 lanes and 6 graphs' }).click();
  await page.keyboard.press('t');
  await page.evaluate('frames = 0');
  for (const key of ['+', '+', 'ArrowRight', 'ArrowLeft', '-', '-']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
  const frames = (await page.evaluate('frames')) as number;
  expect(frames).toBeGreaterThan(6);
  expect(frames).toBeLessThan(200);
});

test.each([
  ['nothing', emptyBundle],
  ['one moment', loneBundle],
  ['forty moments in a second', crowdedBundle],
])('a page of %s opens without complaint, on a small screen too', async (_, build) => {
  const page = await open(build(), { viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(sideways).toBe(0);
});

test('help says the keys, and single letters can be switched off', async () => {
  const page = await open(outageBundle(1, 10));
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.getByLabel('Single-letter keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(false);
});
