import type { Page } from 'playwright-core';
import { until } from '../../harness/until.ts';

export interface Account {
  name: string;
  email: string;
  password: string;
}

export const ADA: Account = {
  name: 'Ada Park',
  email: 'ada@example.org',
  password: 'five words make it long',
};

/** Makes the first administrator on the set-up page, and arrives at home. */
export async function setUp(page: Page, token: string, { name, email, password } = ADA): Promise<void> {
  await page.getByLabel('Set-up token').fill(token);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await page.getByRole('heading', { level: 1, name: /^Good to see you/ }).waitFor();
}

/** Signs in on the sign-in page, and arrives at home. */
export async function signIn(page: Page, { email, password } = ADA): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Good to see you/ }).waitFor();
}

/** Declares an incident from the list of incidents, and arrives at it. */
export async function declare(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Incidents' }).click();
  await page.getByRole('button', { name: 'Declare incident' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Declare incident' });
  await dialog.getByLabel('What is broken?').fill(title);
  await dialog.getByRole('button', { name: 'Declare incident' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Goes to a tab of the incident that is shown. */
export const openTab = (page: Page, title: string, tab: string): Promise<void> =>
  page.getByRole('navigation', { name: title }).getByRole('link', { name: tab, exact: true }).click();

/** Waits until a page has what it shows: its heading, and nothing that is still on its way. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  const loading = page.getByRole('status', { name: 'Loading' });
  await until(async () => (await loading.count()) === 0 || undefined, {
    what: `${page.url()} to have loaded`,
  });
}
