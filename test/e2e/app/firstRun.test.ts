/** The whole way, once: from an empty server to an audit log that is verified. Then every page, with all of it in, under axe. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../../harness/appServer.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { findWithAxe } from './axe.ts';
import { dropFiles, filesBelow } from './dropFiles.ts';
import { findTooWide } from './findTooWide.ts';
import { declare, openTab, settle, setUp } from './steps.ts';
import { type Visitor, visit } from './visitor.ts';
import { walkTraces } from './walkTraces.ts';

const EVIDENCE = fileURLToPath(new URL('../../../examples/train-ticket/evidence', import.meta.url));
const TITLE = 'Searches for trips take seconds';
const READING = { timeout: 120_000 };

let server: AppServer;
let browser: Browser;
let ada: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startAppServer(), launchBrowser()]);
  ada = await visit(browser, server.address);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('leads from the first run to a closed incident, found again and proven', {
  timeout: 240_000,
}, async () => {
  const { page, complaints } = ada;
  await setUp(page, server.setupToken);
  await declare(page, TITLE);

  await openTab(page, TITLE, 'Evidence');
  await page.getByRole('heading', { name: 'No evidence yet' }).waitFor();
  await dropFiles(page, await filesBelow(EVIDENCE));
  await page.getByText(/^Reading \d+ files?$/).waitFor();
  await page.getByText(/^Reading \d+, done/).waitFor(READING);

  await openTab(page, TITLE, 'Timeline');
  const keep = page.getByRole('button', { name: /^Keep: / });
  await keep.first().click();
  await page
    .getByText(/^Kept: /)
    .first()
    .waitFor();
  await page
    .getByRole('table', { name: 'Moments' })
    .getByRole('row')
    .nth(1)
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('What happened').fill('The searches became slow');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'The searches became slow' }).waitFor();

  await openTab(page, TITLE, 'Suspects');
  await page.getByRole('article', { name: /^1\. / }).getByRole('button', { name: 'Dispute' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Views of the suspects' })
    .getByRole('link', { name: 'Traces' })
    .click();
  await page.getByRole('table', { name: 'Traces' }).getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('list', { name: 'Span', exact: true }).waitFor();

  await openTab(page, TITLE, 'Postmortem');
  await page.getByRole('button', { name: 'Open postmortem' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open postmortem' }).click();
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  await page
    .getByLabel('Text', { exact: true })
    .fill('Nobody could find a train for minutes: **the path to the stations was slow**.');
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('the path to the stations was slow').waitFor();

  await openTab(page, TITLE, 'Suspects');
  const first = page.getByRole('article', { name: /^1\. / });
  await first.getByRole('button', { name: 'Add as finding' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('The finding stands in the postmortem.').waitFor();

  await openTab(page, TITLE, 'Actions');
  await page
    .getByRole('button', { name: /^Add: / })
    .first()
    .click();
  await page.getByText(/ was added$/).waitFor();
  await page.getByRole('table', { name: 'Actions' }).getByRole('row').nth(1).getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
  await page.getByText(/ is in progress$/).waitFor();
  await page.keyboard.press('Escape');

  for (const step of ['Acknowledge', 'Mark mitigated', 'Mark restored', 'Close'])
    await page.getByRole('main').getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('button', { name: 'Reopen' }).waitFor();

  await page.getByRole('link', { name: 'Archive' }).click();
  await page.getByLabel('Search the archive').fill('stations slow');
  await page.getByRole('listitem').filter({ hasText: 'Postmortem' }).getByRole('link').first().waitFor();

  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByRole('button', { name: 'Verify' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^(?:The log is as it was written|No fault was found)/)
    .waitFor();
  expect(complaints).toEqual([]);
});

test('shows what the spans say together, and leads on to the traces behind it', async () => {
  await walkTraces(ada.page, 'INC-1');
  expect(ada.complaints).toEqual([]);
});

const PAGES = [
  '/',
  '/incidents',
  '/incidents?declare=true',
  '/incidents/INC-1',
  '/incidents/INC-1?panel=access',
  '/incidents/INC-1?panel=times',
  '/incidents/INC-1?panel=roles',
  '/incidents/INC-1/timeline',
  '/incidents/INC-1/timeline?table=events',
  '/incidents/INC-1/evidence',
  '/incidents/INC-1/evidence?view=logs',
  '/incidents/INC-1/evidence?view=coverage',
  '/incidents/INC-1/evidence?view=gaps',
  '/incidents/INC-1/evidence?view=clocks',
  '/incidents/INC-1/evidence?view=redactions',
  '/incidents/INC-1/suspects',
  '/incidents/INC-1/suspects?view=map&service=ts-basic-service',
  '/incidents/INC-1/suspects?view=latency&service=ts-basic-service',
  '/incidents/INC-1/suspects?view=flame',
  '/incidents/INC-1/suspects?view=flame&as=table',
  '/incidents/INC-1/suspects?view=traces',
  '/incidents/INC-1/actions',
  '/incidents/INC-1/actions?open=new',
  '/incidents/INC-1/postmortem',
  '/incidents/INC-1/postmortem?view=findings',
  '/incidents/INC-1/postmortem?view=versions',
  '/incidents/INC-1/activity',
  '/postmortems',
  '/actions',
  '/actions?view=board',
  '/archive?text=slow',
  '/services',
  '/services?open=new',
  '/people',
  '/people/teams',
  '/people/invitations',
  '/audit',
  '/settings',
  '/settings/sign-in',
  '/settings/tokens',
  '/settings/templates',
  '/settings/templates/new',
  '/settings/terms',
  '/settings/jobs',
  '/nowhere',
];

/** Shows every state of every primitive, the one that is on its way too: it never settles. */
const DESIGN = '/design';

const DESK = { width: 1_280, height: 720 };
const NARROWEST_PHONE = { width: 360, height: 740 };

/** What is wrong with the page at an address: what axe finds in light and in dark, and what a phone moves sideways. */
async function findWrong(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize(DESK);
  await page.goto(path);
  const isThere = () => (path === DESIGN ? page.getByRole('heading').first().waitFor() : settle(page));
  await isThere();
  const found = await findWithAxe(page);
  await page.setViewportSize(NARROWEST_PHONE);
  await isThere();
  const tooWide = await findTooWide(page);
  return [...found, ...tooWide.map(part => `too wide for a phone: ${part}`)];
}

test('shows every page so that axe finds nothing, in light and in dark, and so that it fits the narrowest phone', {
  timeout: 240_000,
}, async () => {
  const left = [...PAGES, DESIGN];
  const wrong: Record<string, string[]> = {};
  const work = async (): Promise<void> => {
    const page = await ada.context.newPage();
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const found = await findWrong(page, path);
      if (found.length > 0) wrong[path] = found;
    }
    await page.close();
  };
  // Two at a time.
  await Promise.all([work(), work()]);
  expect(wrong).toEqual({});
});

test('greets strangers with pages in which axe finds nothing', async () => {
  const { page, context } = await visit(browser, server.address, { path: '/sign-in' });
  for (const path of ['/sign-in', '/invitation', '/reset-password']) {
    await page.goto(path);
    await settle(page);
    expect(await findWithAxe(page), path).toEqual([]);
  }
  await context.close();
});
