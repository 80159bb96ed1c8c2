/** Working days: without a mouse, without a network for a while, and two at a time. One server, a profile for each person. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../../harness/appServer.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { dropFiles } from './dropFiles.ts';
import { invite } from './invite.ts';
import { type Account, ADA, declare, openTab, setUp, signIn } from './steps.ts';
import { press, tabTo } from './tabTo.ts';
import { visit } from './visitor.ts';

const BO: Account = { name: 'Bo Lind', email: 'bo@example.org', password: 'another five words or so' };
const LOG = Array.from(
  { length: 60 },
  (_, second) =>
    `2026-03-02T10:00:${String(second).padStart(2, '0')}.000Z ${second < 40 ? 'INFO' : 'ERROR'} checkout order ${second} ${second < 40 ? 'paid' : 'refused: queue is full'}`,
).join('\n');
const MEGABYTE = 2 ** 20;

let server: AppServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startAppServer(), launchBrowser()]);
  const { page, context } = await visit(browser, server.address);
  await setUp(page, server.setupToken);
  await invite(browser, page, { ...BO, roles: ['responder', 'owner'] });
  await context.close();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the postmortem of the incident that is shown. */
async function openPostmortem(page: Page, title: string): Promise<void> {
  await openTab(page, title, 'Postmortem');
  await page.getByRole('button', { name: 'Open postmortem' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open postmortem' }).click();
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .waitFor();
}

/** Moves the incident that is shown, by keyboard; the next step can be taken when this one’s button is gone. */
async function takeStep(page: Page, name: string): Promise<void> {
  const step = page.getByRole('main').getByRole('button', { name, exact: true });
  await press(page, step);
  await step.waitFor({ state: 'detached' });
}

describe.concurrent('the app', { timeout: 120_000 }, () => {
  test('is used from sign-in to a closed incident by keyboard alone', async () => {
    const title = 'Nobody can pay by card';
    const { page, complaints, context } = await visit(browser, server.address, { path: '/sign-in' });
    await tabTo(page, page.getByLabel('E-mail'));
    await page.keyboard.type(ADA.email);
    await tabTo(page, page.getByLabel('Password'));
    await page.keyboard.type(ADA.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Good to see you/ }).waitFor();

    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { level: 1, name: 'Incidents' }).waitFor();
    await page.keyboard.press('n');
    await tabTo(page, page.getByLabel('What is broken?'));
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.keyboard.press('3');
    await page.getByRole('heading', { name: 'No evidence yet' }).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await press(page, page.getByRole('button', { name: 'Add files' }).first());
    await (await chooser).setFiles({
      name: 'checkout.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(LOG),
    });
    await page.getByText(/^Reading \d+, done/).waitFor({ timeout: 60_000 });

    await page.keyboard.press('2');
    await page
      .getByRole('heading', { name: 'Nothing chosen' })
      .or(page.getByLabel('Timeline of events and moments'))
      .first()
      .waitFor();
    await page.keyboard.press('a');
    await tabTo(page, page.getByLabel('What happened'));
    await page.keyboard.type('The queue was full');
    await page.keyboard.press('Enter');
    await page.getByText('Added: The queue was full').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('6');
    await press(page, page.getByRole('button', { name: 'Open postmortem' }));
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Open postmortem' }));
    await press(page, page.getByRole('button', { name: /^Edit / }).first());
    await tabTo(page, page.getByLabel('Text', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Cards were refused for twenty seconds.');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Text', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('paragraph').filter({ hasText: 'Cards were refused' }).waitFor();

    await page.keyboard.press('5');
    await page.getByRole('button', { name: 'Add action' }).waitFor();
    await page.keyboard.press('n');
    await tabTo(page, page.getByLabel('What will be changed?'));
    await page.keyboard.type('Refuse orders when the payment queue is full');
    await page.keyboard.press('Enter');
    await page.getByText('“Refuse orders when the payment queue is full” was added').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Finish' }));
    await page.getByText(/ is done$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    for (const step of ['Acknowledge', 'Mark mitigated', 'Mark restored', 'Close'])
      await takeStep(page, step);
    await page.getByRole('button', { name: 'Reopen' }).waitFor();

    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await tabTo(page, page.getByLabel('Search the archive'));
    await page.keyboard.type('payment queue');
    await press(page, page.getByRole('link', { name: /payment queue/ }));
    await page.getByRole('dialog', { name: /payment queue/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('loses nothing while the network is away, says so, and goes on by itself', async () => {
    const title = 'The north link is down';
    const { page, complaints, context } = await visit(browser, server.address, { path: '/sign-in' });
    await signIn(page);
    await declare(page, title);
    await openPostmortem(page, title);

    await page
      .getByRole('button', { name: /^Edit / })
      .first()
      .click();
    await context.setOffline(true);
    await page.getByLabel('Text', { exact: true }).fill('Written while the train was in the tunnel.');
    await page.getByRole('status').filter({ hasText: 'No connection' }).first().waitFor();
    await context.setOffline(false);
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.reload();
    await page.getByText('Written while the train was in the tunnel.').waitFor();

    await openTab(page, title, 'Evidence');
    const network = await context.newCDPSession(page);
    const slow = { latency: 0, downloadThroughput: -1, uploadThroughput: 2 * MEGABYTE };
    await network.send('Network.emulateNetworkConditions', { ...slow, offline: false });
    const filler = `${LOG}\n`.repeat(Math.ceil((6 * MEGABYTE) / LOG.length));
    await dropFiles(page, [{ name: 'checkout.log', content: filler }]);
    const progress = page.getByRole('progressbar', { name: 'Upload of checkout.log' });
    await progress.waitFor();
    await network.send('Network.emulateNetworkConditions', { ...slow, offline: true });
    await page.getByText('The connection broke. It goes on by itself where it stopped.').waitFor();
    await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1, offline: false });
    await page.getByText('Safe at the server').waitFor({ timeout: 40_000 });
    await page.getByRole('table').getByText('checkout.log').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('shows two people each other’s changes, and lets neither write over the other', async () => {
    const title = 'Parcels go to the wrong town';
    const [ada, bo] = await Promise.all([
      visit(browser, server.address, { path: '/sign-in' }),
      visit(browser, server.address, { path: '/sign-in' }),
    ]);
    await Promise.all([signIn(ada.page), signIn(bo.page, BO)]);
    await declare(ada.page, title);
    await bo.page.goto(new URL(ada.page.url()).pathname);
    await bo.page.getByRole('heading', { level: 1, name: title }).waitFor();

    await ada.page.getByRole('button', { name: 'Acknowledge' }).click();
    await bo.page.getByRole('button', { name: 'Mark mitigated' }).waitFor();
    await bo.page.getByLabel('Add note').fill('The labels were printed with yesterday’s table.');
    await bo.page.getByRole('button', { name: 'Add note' }).click();
    await ada.page.getByText('The labels were printed with yesterday’s table.').waitFor();

    await openPostmortem(ada.page, title);
    await openTab(bo.page, title, 'Postmortem');
    await bo.page.getByRole('navigation', { name: 'Sections' }).waitFor();
    const edit = (page: Page) => page.getByRole('button', { name: /^Edit / }).first();
    const text = (page: Page) => page.getByLabel('Text', { exact: true });
    await edit(bo.page).click();
    await edit(ada.page).click();
    await text(ada.page).fill('Ada: parcels took the wrong road for an hour.');
    await ada.page.getByRole('button', { name: 'Done' }).click();
    await text(ada.page).waitFor({ state: 'detached' });
    await text(bo.page).fill('Bo: the table of towns was a day old.');
    await bo.page.getByText(/^Somebody else changed this section/).waitFor();
    expect(await text(bo.page).inputValue()).toBe('Bo: the table of towns was a day old.');
    await bo.page.getByRole('button', { name: 'Load theirs' }).click();
    await text(bo.page).waitFor({ state: 'detached' });
    await bo.page.getByText('Ada: parcels took the wrong road').waitFor();
    expect([...ada.complaints, ...bo.complaints]).toEqual([]);
    await Promise.all([ada.context.close(), bo.context.close()]);
  });

  test('shows in a form what another changed meanwhile, and goes on with mine or with theirs', async () => {
    const title = 'Letters go to the wrong street';
    const [ada, bo] = await Promise.all([
      visit(browser, server.address, { path: '/sign-in' }),
      visit(browser, server.address, { path: '/sign-in' }),
    ]);
    await Promise.all([signIn(ada.page), signIn(bo.page, BO)]);
    await declare(ada.page, title);
    await bo.page.goto(new URL(ada.page.url()).pathname);
    const form = (page: Page) => page.getByRole('dialog', { name: 'Edit incident' });
    const edit = (page: Page) => page.getByRole('button', { name: 'Edit incident' }).first().click();
    const save = async (page: Page): Promise<void> => {
      await form(page).getByRole('button', { name: 'Save' }).click();
      await form(page).waitFor({ state: 'detached' });
    };
    const conflict = form(bo.page).getByRole('alert', { name: 'Somebody changed this meanwhile' });

    await Promise.all([edit(ada.page), edit(bo.page)]);
    await form(bo.page).getByLabel('What is broken?').fill('Letters go astray');
    await form(ada.page).getByLabel('What is broken?').fill('Letters go to the wrong town');
    await form(ada.page).getByLabel('Severity').selectOption('SEV1');
    await save(ada.page);
    await conflict.getByText('Letters go to the wrong town').waitFor();
    expect(await form(bo.page).getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    expect(await form(bo.page).getByLabel('Severity').inputValue()).toBe('sev1');
    await save(bo.page);
    await ada.page.getByRole('heading', { level: 1, name: 'Letters go astray' }).waitFor();

    await Promise.all([edit(ada.page), edit(bo.page)]);
    await form(bo.page).getByLabel('Summary').fill('Bo thinks so.');
    await form(ada.page).getByLabel('Summary').fill('Ada knows.');
    await save(ada.page);
    await conflict.getByRole('button', { name: 'Load theirs' }).click();
    expect(await form(bo.page).getByLabel('Summary').inputValue()).toBe('Ada knows.');
    expect([...ada.complaints, ...bo.complaints]).toEqual([]);
    await Promise.all([ada.context.close(), bo.context.close()]);
  });
});
