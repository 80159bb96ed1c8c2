/** Evidence comes in wherever one is: dropped or pasted, on an incident or elsewhere, and can be taken back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../../harness/appServer.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { findWithAxe } from './axe.ts';
import { dropFiles } from './dropFiles.ts';
import { pasteOnPage } from './pasteOnPage.ts';
import { declare, openTab, setUp } from './steps.ts';
import { type Visitor, visit } from './visitor.ts';

const LOG = '2026-11-23T09:00:00Z api INFO started\n2026-11-23T09:00:01Z api ERROR out of memory\n';
/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let server: AppServer;
let browser: Browser;
let ada: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startAppServer(), launchBrowser()]);
  ada = await visit(browser, server.address);
  await setUp(ada.page, server.setupToken);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const fileRow = (page: Page, name: string | RegExp) =>
  page.getByRole('table', { name: 'Evidence' }).getByRole('row').filter({ hasText: name });
const dialog = (page: Page) => page.getByRole('dialog', { name: /as evidence\?$/ });

test('takes what is dropped on any tab of an incident, and takes it back', async () => {
  const { page } = ada;
  await declare(page, 'Checkout is slow');
  await openTab(page, 'Checkout is slow', 'Activity');
  await dropFiles(page, [{ name: 'first.log', content: LOG }]);
  await page.getByText('1 file is on the way to INC-1').waitFor();
  await openTab(page, 'Checkout is slow', 'Evidence');
  await fileRow(page, 'first.log').waitFor();

  await openTab(page, 'Checkout is slow', 'Overview');
  await dropFiles(page, [{ name: 'mistake.log', content: LOG.repeat(2) }]);
  await page.getByText('1 file is on the way to INC-1').last().waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('1 file was taken back.').waitFor();
  await openTab(page, 'Checkout is slow', 'Evidence');
  await fileRow(page, 'first.log').waitFor();
  expect(await fileRow(page, 'mistake.log').count()).toBe(0);
});

test('asks where to, when files are dropped elsewhere', async () => {
  const { page } = ada;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Services' }).click();
  await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
  await dropFiles(page, [{ name: 'second.log', content: LOG.repeat(3) }]);
  await dialog(page).getByRole('listitem').filter({ hasText: 'second.log' }).waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  const add = dialog(page).getByRole('button', { name: 'Add to evidence' });
  expect(await add.isDisabled()).toBe(true);
  await dialog(page).getByRole('radio', { name: 'INC-1 Checkout is slow' }).check();
  await add.click();
  await page.getByText('1 file is on the way to INC-1').last().waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Incidents' }).click();
  await page.getByRole('link', { name: 'Checkout is slow' }).click();
  await openTab(page, 'Checkout is slow', 'Evidence');
  await fileRow(page, 'second.log').waitFor();
});

test('declares an incident with the files that were dropped', async () => {
  const { page } = ada;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { level: 1, name: /^Good to see you/ }).waitFor();
  await dropFiles(page, [
    { name: 'third.log', content: LOG },
    { name: 'fourth.log', content: LOG.repeat(2) },
  ]);
  await dialog(page).getByRole('button', { name: 'Declare incident' }).click();
  const form = page.getByRole('dialog', { name: 'Declare incident' });
  await form.getByLabel('What is broken?').fill('Nobody can sign in');
  await form.getByRole('button', { name: 'Declare incident' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nobody can sign in' }).waitFor();
  await openTab(page, 'Nobody can sign in', 'Evidence');
  for (const name of ['third.log', 'fourth.log']) await fileRow(page, name).waitFor();
});

test('offers what is pasted, named after the time, unless it is pasted into a field', async () => {
  const { page } = ada;
  await page.goto('/incidents/INC-2');
  await page.getByRole('heading', { level: 1, name: 'Nobody can sign in' }).waitFor();
  await page.getByRole('button', { name: 'Go to or do' }).waitFor();
  await pasteOnPage(page, { picture: PIXEL });
  expect(await dialog(page).getByLabel('Name').inputValue()).toMatch(/^pasted-[\dT-]+\.png$/);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await dialog(page).waitFor({ state: 'detached' });

  await pasteOnPage(page, { text: LOG });
  await dialog(page).getByText('out of memory').waitFor();
  await dialog(page).getByLabel('Name').fill('pasted by Ada.txt');
  await dialog(page).getByRole('button', { name: 'Add to evidence' }).click();
  await openTab(page, 'Nobody can sign in', 'Evidence');
  await fileRow(page, 'pasted by Ada.txt').waitFor();

  await page.goto('/archive');
  await page.getByLabel('Search the archive').focus();
  await pasteOnPage(page, { text: LOG });
  expect(await dialog(page).count()).toBe(0);
  expect(ada.complaints).toEqual([]);
});
