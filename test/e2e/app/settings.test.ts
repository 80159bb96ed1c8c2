/** Settings in a browser: forms that follow the contract, what they refuse by themselves, and what the server still does. */
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../../harness/appServer.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { findWithAxe } from './axe.ts';
import { ADA, settle, setUp } from './steps.ts';
import { type Visitor, visit } from './visitor.ts';

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

let page: Page;
afterEach(() => page.close());

/** Opens a page of Ada's, and notes what it sends to the server that changes something. */
async function open(path: string): Promise<{ sent: string[] }> {
  page = await ada.context.newPage();
  const sent: string[] = [];
  page.on('request', request => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await page.goto(path);
  await settle(page);
  return { sent };
}

/** What a browser knows of an element in a page; the tests' own types know no page. */
interface Described {
  ariaDescribedByElements: { textContent: string }[] | null;
}

/** What stands at a field: its hint, or what is wrong with it. */
const noteAt = (label: string, text: RegExp): Promise<void> =>
  expect
    .poll(() =>
      page
        .getByLabel(label)
        .evaluate(field => (field as unknown as Described).ariaDescribedByElements?.[0]?.textContent ?? ''),
    )
    .toMatch(text);

/** Makes everybody's sign-in two hours older. */
async function ageSignIns(): Promise<void> {
  const client = new Client(server.connection);
  await client.connect();
  await client.query("update session set created_at = created_at - interval '2 hours'");
  await client.end();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('settings', { timeout: 60_000 }, () => {
  test('say at the field what is wrong before anything is sent, and lead there', async () => {
    const { sent } = await open('/settings');
    const name = page.getByLabel('Name');
    await name.fill('   ');
    await button('Save').click();
    await noteAt('Name', /at least one visible character/);
    expect(await page.locator('input:focus').getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
    await name.fill('Ada Parker');
    await noteAt('Name', /^$/);
    await button('Save').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ada Parker' }).waitFor();
    expect(await button('Save').isDisabled()).toBe(true);
  });

  test('say why there can be no passkey, there and at the sign-in', async () => {
    // A bare address is no place that a passkey can belong to.
    await open('/settings/sign-in');
    await button('Add a passkey').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the passkey').fill('laptop');
    await dialog.getByRole('button', { name: 'Add a passkey' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/^Passkeys do not work here/)
      .waitFor();

    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(ADA.email);
    await page.getByLabel('Password').fill('not the password');
    await button('Sign in').click();
    await page
      .getByRole('alert')
      .getByText(/password is not right/)
      .waitFor();
    await button('Use a passkey').click();
    await page
      .getByRole('alert')
      .getByText(/^Passkeys do not work here/)
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await findWithAxe(page)).toEqual([]);
  });

  test('ask who signed in long ago to do so again, and lead back', async () => {
    await ageSignIns();
    await open('/settings/sign-in');
    const again = page.getByRole('region', { name: 'Sign in again' });
    await again.waitFor();
    expect(await findWithAxe(page)).toEqual([]);
    await again.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByLabel('E-mail').fill(ADA.email);
    await page.getByLabel('Password').fill(ADA.password);
    await button('Sign in').click();
    await page.waitForURL('**/settings/sign-in');
    await settle(page);
    expect(await again.count()).toBe(0);
  });

  test('change a password when the present one is right and the new one is good', async () => {
    const { sent } = await open('/settings/sign-in');
    await page.getByLabel('Current password').fill(ADA.password);
    await page.getByLabel('New password').fill('too short');
    await button('Change password').click();
    await noteAt('New password', /3 characters more/);
    expect(sent).toEqual([]);
    await page.getByLabel('New password').fill('walnut orbit cello gravel tide');
    await page.getByLabel('Current password').fill('not this one at all');
    await button('Change password').click();
    await page.getByText('The current password is not right').waitFor();
    await page.getByLabel('Current password').fill(ADA.password);
    await button('Change password').click();
    await page.getByText('Your password is changed').waitFor();
    expect(await page.getByLabel('New password').inputValue()).toBe('');
  });

  test('make a token only for something', async () => {
    await open('/settings/tokens?create=true');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is for').fill('deploy pipeline');
    await dialog.getByLabel('Only some features').check();
    await dialog.getByRole('button', { name: 'Create token' }).click();
    await dialog.getByText('Is empty: it needs at least one').waitFor();
    await dialog.getByLabel('incidents', { exact: true }).selectOption('read');
    await dialog.getByRole('button', { name: 'Create token' }).click();
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByText('incidents:read').waitFor();
  });

  test('write a template section by section', async () => {
    const { sent } = await open('/settings/templates/new');
    await page.getByLabel('Name', { exact: true }).fill('Data loss');
    await button('Add').click();
    await page.getByText('Is empty: it needs at least one').waitFor();
    for (const title of ['What we lost', 'Until when it can be restored', '']) {
      await button('Add section').click();
      // A new section waits to be filled in.
      await page.keyboard.type(title);
    }
    await page.getByLabel('Fewest words').last().fill('5000');
    await button('Add').click();
    await page.getByText('Is too large: at most 1000').waitFor();
    expect(await page.getByText('Is empty: fill it in').count()).toBe(2);
    expect(await findWithAxe(page)).toEqual([]);
    expect(sent).toEqual([]);
    await button('Remove “Untitled section”').click();
    await button('Move “Until when it can be restored” up').click();
    await button('Add').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByText('your own').waitFor();
    const titles = page.getByRole('group', { name: 'Sections' }).getByRole('listitem');
    expect((await titles.allInnerTexts()).map(text => text.split('\n')[0])).toEqual([
      'Until when it can be restored',
      'What we lost',
    ]);
  });

  test('never drop what was written unasked', async () => {
    await open('/settings/templates');
    await page.getByRole('link', { name: 'Near miss' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Close call');
    await page.getByRole('link', { name: 'All templates' }).click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Close call');
    await page.getByRole('link', { name: 'All templates' }).click();
    await page.getByRole('button', { name: 'Drop it' }).click();
    await page.getByRole('link', { name: 'Near miss' }).waitFor();
  });

  test('name a term of one’s own, which must differ from the others', async () => {
    await open('/settings/terms');
    await page.getByRole('region', { name: 'Layer' }).getByRole('button', { name: 'Add term' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Kubernetes');
    expect(await dialog.getByLabel('Id').inputValue()).toBe('kubernetes');
    await dialog.getByLabel('Description').fill('What runs our containers.');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await noteAt('Name', /is there already/);
    await dialog.getByLabel('Name').fill('Message broker');
    expect(await dialog.getByLabel('Id').inputValue()).toBe('message-broker');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Edit “Message broker”' }).click();
    await dialog.getByLabel('Description').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await noteAt('Description', /is empty/);
    await dialog.getByLabel('Description').fill('Queues and topics between services.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Queues and topics between services.').waitFor();
  });

  test('fit a phone, and axe finds nothing in them', async () => {
    await open('/settings');
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of [
      '/settings',
      '/settings/sign-in',
      '/settings/templates/new',
      '/settings/terms',
      '/settings/jobs',
      '/settings/tokens?create=true',
    ]) {
      await page.goto(path);
      await settle(page);
      expect(await findWithAxe(page), path).toEqual([]);
      expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth), path).toBe(360);
    }
    expect(ada.complaints).toEqual([]);
  });
});
