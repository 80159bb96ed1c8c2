import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../../src/contract/roles.ts';
import type { Account } from './steps.ts';
import { visit } from './visitor.ts';

/** Lets somebody in: an administrator's page asks for the invitation, and they accept it at a browser of their own. */
export async function invite(
  browser: Browser,
  admin: Page,
  { roles, ...account }: Account & { roles: Role[] },
): Promise<void> {
  const { origin } = new URL(admin.url());
  const invited = await admin.request.post('/api/v1/invitations', {
    headers: { origin },
    data: { email: account.email, roles },
  });
  const { pathname, hash } = new URL((await invited.json()).link);
  const { page, context } = await visit(browser, origin, { path: pathname + hash });
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.getByRole('heading', { name: /^Good to see you/ }).waitFor();
  await context.close();
}
