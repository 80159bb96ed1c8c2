/** Incidents among others: who sees them, how they are found, and several changed at once. */
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../../harness/appServer.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { invite } from './invite.ts';
import { type Account, declare, setUp, signIn } from './steps.ts';
import { visit } from './visitor.ts';

const BO: Account = { name: 'Bo Lind', email: 'bo@example.org', password: 'another five words or so' };

let server: AppServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startAppServer(), launchBrowser()]);
  const { page, context } = await visit(browser, server.address);
  await setUp(page, server.setupToken);
  await invite(browser, page, { ...BO, roles: ['responder'] });
  await context.close();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody who is signed in, at the list of all incidents. */
async function atTheList(account?: Account) {
  const visitor = await visit(browser, server.address, { path: '/sign-in' });
  await signIn(visitor.page, account);
  await visitor.page.goto('/incidents?show=all');
  return visitor;
}

const declareOverTheApi = (page: Page, titles: readonly string[]) =>
  Promise.all(
    titles.map(title =>
      page.request.post('/api/v1/incidents', {
        headers: { origin: server.address },
        data: { title, severity: 'sev3' },
      }),
    ),
  );

describe.concurrent('incidents', { timeout: 120_000 }, () => {
  test('disappear for others when restricted, and come back for those who are let in', async () => {
    const title = 'The payroll was sent to all printers';
    const [ada, bo] = await Promise.all([atTheList(), atTheList(BO)]);
    await declare(ada.page, title);
    const address = new URL(ada.page.url()).pathname;
    await bo.page.goto(address);
    await bo.page.getByRole('heading', { level: 1, name: title }).waitFor();

    await ada.page.getByRole('button', { name: 'Who, and why' }).click();
    const panel = ada.page.getByRole('dialog', { name: 'Who sees it' });
    await panel.getByRole('button', { name: 'Restrict' }).click();
    const asked = ada.page.getByRole('dialog', { name: 'Restrict this incident' });
    await asked.getByLabel('Why may not everyone see it?').fill('Salaries are in the evidence.');
    await asked.getByRole('button', { name: 'Restrict' }).click();
    await ada.page.getByText('Salaries are in the evidence.').first().waitFor();

    const hidden = async () => {
      await bo.page.goto(address);
      await bo.page
        .getByRole('alert')
        .getByText(/you may not see it/)
        .waitFor();
      await bo.page.goto('/incidents?show=all&title=payroll');
      await bo.page.getByRole('heading', { name: 'No incident matches' }).waitFor();
      await bo.page.getByText('0 incidents').waitFor();
    };
    await hidden();

    await panel.getByLabel('Let somebody in').fill('Bo');
    await panel.getByRole('option', { name: /Bo Lind/ }).click();
    await panel.getByLabel('Why do they need to see it?').fill('Looks after the printers.');
    await panel.getByRole('button', { name: 'Let in' }).click();
    await panel.getByText(/On the list: Looks after the printers/).waitFor();
    await bo.page.reload();
    const row = bo.page.getByRole('row', { name: new RegExp(title) });
    await row.getByText('Restricted').waitFor();
    await row.getByRole('link', { name: new RegExp(title) }).click();
    await bo.page.getByText('Salaries are in the evidence.').waitFor();

    await panel.getByRole('button', { name: 'Take Bo Lind off the list' }).click();
    await ada.page.getByText('Bo Lind is off the list').waitFor();
    await hidden();
    await panel.getByRole('button', { name: 'Lift the restriction' }).click();
    const lifting = ada.page.getByRole('dialog', { name: 'Lift the restriction' });
    await lifting.getByLabel('Why may everyone see it now?').fill('The evidence is redacted now.');
    await lifting.getByRole('button', { name: 'Lift the restriction' }).click();
    await panel.getByRole('button', { name: 'Restrict' }).waitFor();
    await bo.page.reload();
    await row.waitFor();
    expect(ada.complaints).toEqual([]);
    // What may not be seen is answered as if it were not there, which a browser notes.
    expect(bo.complaints.filter(text => !text.includes('status of 404'))).toEqual([]);
    await Promise.all([ada.context.close(), bo.context.close()]);
  });

  test('are listened for while somebody looks, and fetched when they look again', async () => {
    const title = 'The canteen’s till takes no cards';
    const { page, complaints, context } = await atTheList(BO);
    const isStream = (request: Request): boolean => request.url().endsWith('/api/v1/events');
    const look = (isAway: boolean) =>
      page.evaluate(`
        Object.defineProperty(document, 'hidden', { value: ${isAway}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));`);
    await page.clock.install();
    await look(true);
    await page.clock.fastForward(10_000);
    await declareOverTheApi(page, [title]);
    const begun = page.waitForEvent('request', isStream);
    await look(false);
    await begun;
    await page.getByRole('row', { name: new RegExp(title) }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('are found by counted filters, changed together, and put back', async () => {
    const titles = ['Lift one stands still', 'Lift two stands still', 'Lift three stands still'];
    const { page, complaints, context } = await atTheList(BO);
    await declareOverTheApi(page, titles);
    await page.goto('/incidents?title=stands');
    await page.getByText('3 incidents').waitFor();
    const severity = page.getByRole('group', { name: 'Severity' });
    await severity.getByLabel(/^SEV3 ?3$/).check();
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Save these filters' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Lifts');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.goto('/incidents?show=closed');
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Lifts', exact: true }).click();
    await page.getByText('3 incidents').waitFor();
    expect(await severity.getByLabel(/^SEV3/).isChecked()).toBe(true);

    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page
      .getByRole('checkbox', { name: /^Select INC-/ })
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await page.getByText('3 incidents selected').waitFor();
    await page.getByRole('region', { name: 'Selected incidents' }).getByText('Change …').click();
    const dialog = page.getByRole('dialog', { name: 'Change 3 incidents' });
    await dialog.getByLabel('Severity').selectOption('SEV1');
    await dialog.getByText('3 incidents change', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('3 incidents changed').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await severity.getByLabel(/^SEV1 ?3$/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await severity.getByLabel(/^SEV3 ?3$/).waitFor();

    await page.getByRole('link', { name: /Lift two/ }).click();
    await page.getByRole('button', { name: 'Mark restored' }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('region', { name: 'Selected incidents' }).getByText('Change …').click();
    await dialog.getByLabel('State').selectOption('Close (1 of 3)');
    await dialog.getByText('1 incident changes, 2 cannot be changed so').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Take these out of the selection' }).click();
    await page
      .getByRole('dialog', { name: 'Change 1 incident' })
      .getByRole('button', { name: 'Save' })
      .click();
    await page.getByText('1 incident changed').waitFor();
    await page.getByText('2 incidents', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
