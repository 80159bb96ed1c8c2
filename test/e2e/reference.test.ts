import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOperations } from '../../src/contract/listOperations.ts';
import { launchBrowser } from '../harness/browser.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const OPERATIONS = listOperations();

let server: TestServer;
let address: string;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The reference in a profile of its own, and what the browser complained of, broken policies among it. */
async function open(
  options: BrowserContextOptions = {},
  hash = '',
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    if (!request.url().startsWith(address)) complaints.push(request.url());
  });
  await page.goto(`${address}/reference${hash}`);
  return { page, complaints };
}

test('shows every operation, with its command', async () => {
  const { page, complaints } = await open();
  expect(await page.locator('article').count()).toBe(OPERATIONS.length);
  const add = page.locator('[id="services.add"]');
  expect(await add.getByText('afterword services add').textContent()).toContain(
    "--name 'some name' --tier 1",
  );
  expect(await add.getByRole('heading', { level: 3 }).textContent()).toContain('POST');
  expect(complaints).toEqual([]);
});

test('is narrowed by words, and by keyboard alone', async () => {
  const { page } = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('services delete');
  await page.getByText(`1 of ${OPERATIONS.length} operations`).waitFor();
  expect(await page.locator('article:visible').count()).toBe(1);
  await page.keyboard.type(' nothing like it');
  await page.getByText('No operation holds all of these words').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('article:not([hidden])').count()).toBe(OPERATIONS.length);
});

test('a link leads to its operation, on a small screen too', async () => {
  const { page } = await open({ viewport: { width: 360, height: 740 } }, '#services.remove');
  await expect
    .poll(() =>
      page
        .locator('[id="services.remove"]')
        .boundingBox()
        .then(box => box!.y),
    )
    .toBeLessThan(300);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
});

test('can be read without scripts', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  expect(await page.locator('article').first().isVisible()).toBe(true);
  expect(await page.locator('#find').isVisible()).toBe(false);
});

test.each(['light', 'dark'] as const)('has nothing that axe objects to, in %s', async colorScheme => {
  const { page } = await open({ colorScheme, bypassCSP: true });
  await page.locator('#find').fill('services');
  await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(
    '(async () => (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))()',
  );
  expect(violations).toEqual([]);
});
