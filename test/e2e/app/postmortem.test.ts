/** The course of a postmortem: begun, finished though something is missing, revised, hidden from all but a few. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../../harness/appServer.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { findWithAxe } from './axe.ts';
import { invite } from './invite.ts';
import { type Account, declare, openTab, settle, setUp, signIn } from './steps.ts';
import { type Visitor, visit } from './visitor.ts';

const BO: Account = { name: 'Bo Lind', email: 'bo@example.org', password: 'another five words or so' };
const TITLE = 'Nobody could buy a ticket';

let server: AppServer;
let browser: Browser;
let ada: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startAppServer(), launchBrowser()]);
  ada = await visit(browser, server.address);
  await setUp(ada.page, server.setupToken);
  await invite(browser, ada.page, { ...BO, roles: ['responder'] });
  await declare(ada.page, TITLE);
  await openTab(ada.page, TITLE, 'Postmortem');
  await ada.page.getByRole('button', { name: 'Open postmortem' }).click();
  await dialog(ada.page).getByRole('button', { name: 'Open postmortem' }).click();
  await ada.page.getByRole('button', { name: 'Mark ready' }).waitFor();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = (page: Page) => page.getByRole('dialog').last();

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views of the postmortem' }).getByRole('link', { name });

/** Chooses from the menu of what is done with the postmortem as a whole. */
async function choose(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More of the postmortem' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

interface ShownPostmortem {
  version: number;
  sections: { id: string; title: string }[];
}

/** Writes a long table into every section: it takes another room as text than as it reads. */
async function fillSections(id: string): Promise<ShownPostmortem['sections']> {
  const { request } = ada.context;
  const lines = Array.from({ length: 60 }, (_, index) => `| line ${index} | what was seen<br>then |`);
  const markdown = ['| line | seen |', '| --- | --- |', ...lines].join('\n');
  const read = async (): Promise<ShownPostmortem> =>
    (await request.get(`/api/v1/postmortems/${id}`)).json() as Promise<ShownPostmortem>;
  const { sections } = await read();
  for (const section of sections) {
    const answer = await request.patch(`/api/v1/postmortems/${id}/sections/${section.id}`, {
      headers: { 'if-match': `"${(await read()).version}"`, origin: server.address },
      data: { markdown },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }
  return sections;
}

test('is finished though something is missing, knowing what; and revised, saying why', async () => {
  const { page, complaints } = ada;
  await page.getByRole('button', { name: 'Mark ready' }).click();
  await dialog(page).getByText('Nothing is written here yet.').first().waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Mark ready as it is' }).click();
  await page.getByText('The postmortem is ready').waitFor();
  expect(await page.getByRole('button', { name: /^Edit / }).count()).toBe(0);

  await page.getByRole('button', { name: 'Revise' }).click();
  await dialog(page).getByLabel('What is still to be written?').fill('The impact is missing');
  await dialog(page).getByRole('button', { name: 'Revise' }).click();
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .waitFor();

  await choose(page, 'About this postmortem');
  await dialog(page).getByText('The impact is missing').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});

test('asks before it drops what was changed, whichever way one leaves', async () => {
  const { page } = ada;
  await choose(page, 'About this postmortem');
  const title = dialog(page).getByLabel('Title', { exact: true });
  await title.fill('Tickets were out of reach');
  const question = page.getByRole('dialog', { name: 'Drop what you changed?' });
  for (const leave of [() => page.keyboard.press('Escape'), () => page.evaluate('history.back()')]) {
    await leave();
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('Tickets were out of reach');
  }
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('keeps findings in the order that the keyboard gave them', async () => {
  const { page } = ada;
  await view(page, 'Findings').click();
  for (const statement of ['The queue was full', 'Retries had no limit']) {
    await page.getByRole('button', { name: 'Add finding' }).click();
    await dialog(page).getByLabel('What was found').fill(statement);
    await dialog(page).getByLabel('Rests on').selectOption({ label: 'Unknown' });
    await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const saved = page.waitForResponse(response => response.url().endsWith('/findings/order'));
  await page.getByRole('button', { name: /^Move: Retries had no limit/ }).press('ArrowUp');
  await saved;
  await page.reload();
  await settle(page);
  const list = page.getByRole('list', { name: 'Findings' });
  await list.getByRole('listitem').first().getByText('Retries had no limit').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
});

test('closes the editor of whoever is done while it is still being saved', async () => {
  const { page } = ada;
  await view(page, 'Text').click();
  const held = Promise.withResolvers<void>();
  await page.route('**/sections/*', async route => {
    await held.promise;
    await route.continue();
  });
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  const field = page.getByLabel('Text', { exact: true });
  await field.fill('Tickets were sold again.');
  await page.getByRole('status').filter({ hasText: 'Saving' }).waitFor();
  await field.fill('Tickets were sold again at noon.');
  await page.getByRole('button', { name: 'Done' }).click();
  held.resolve();
  await field.waitFor({ state: 'detached' });
  await page.unroute('**/sections/*');
  await page.getByRole('paragraph').filter({ hasText: 'again at noon.' }).waitFor();
});

test('gives an older version back, to read and as the newest', async () => {
  const { page } = ada;
  for (const text of ['No ticket was sold for an hour.', 'A mistake, written later.']) {
    await page
      .getByRole('button', { name: /^Edit / })
      .first()
      .click();
    const field = page.getByLabel('Text', { exact: true });
    await field.fill(text);
    await page.getByRole('button', { name: 'Done' }).click();
    await field.waitFor({ state: 'detached' });
    await page.getByRole('paragraph').filter({ hasText: text }).waitFor();
  }
  await view(page, 'Versions').click();
  await page
    .getByRole('list', { name: 'Versions' })
    .getByRole('button', { name: /^Version/ })
    .nth(1)
    .click();
  await page.getByRole('button', { name: 'Whole text' }).click();
  await page.getByText('No ticket was sold for an hour.').waitFor();
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await page.getByText(/is the newest again\.$/).waitFor();
  await view(page, 'Text').click();
  await page.getByText('No ticket was sold for an hour.').waitFor();
});

test('is there for nobody but those on its list, as soon as it is restricted', async () => {
  const { page, complaints } = ada;
  const bo = await visit(browser, server.address, { path: '/sign-in' });
  await signIn(bo.page, BO);
  await bo.page.goto('/postmortems');
  await bo.page.getByRole('link', { name: /Tickets were out of reach/ }).click();
  await view(bo.page, 'Findings').waitFor();

  await choose(page, /^Restrict/);
  await dialog(page).getByLabel('Only some of them').check();
  await dialog(page).getByLabel('Why?').fill('It names a customer');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Only those on the list see it now').waitFor();
  await bo.page.reload();
  await bo.page.getByText('There is no such postmortem, or you may not see it.').waitFor();

  await choose(page, /^Restrict/);
  expect(await findWithAxe(page)).toEqual([]);
  await dialog(page).getByLabel('Let somebody in').fill('Bo L');
  await page.getByRole('option', { name: /Bo Lind/ }).click();
  await dialog(page).getByLabel('Why?').fill('Bo answers the customer');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await bo.page.reload();
  await view(bo.page, 'Findings').waitFor();
  expect(complaints).toEqual([]);
  await bo.context.close();
});

test('is opened from the list of postmortems, which is walked by keys', async () => {
  const { page, complaints } = ada;
  await declare(page, 'Tickets came twice');
  await page.goto('/postmortems');
  await settle(page);
  await page.keyboard.press('n');
  const window = page.getByRole('dialog', { name: 'Open postmortem' });
  await window.getByLabel('Incident').fill('Tickets came');
  await page.getByRole('option', { name: /Tickets came twice/ }).click();
  await window.getByRole('button', { name: 'Open postmortem' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tickets came twice' }).waitFor();
  await page.goto('/postmortems');
  await settle(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Tickets came twice' }).waitFor();
  await page.goto('/postmortems?text=nothing%20of%20this');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('link', { name: /Tickets came twice/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('has an address for what is written and what is cited, and the way back leads through them', async () => {
  const { page } = ada;
  await page.goto('/postmortems');
  await page.getByRole('link', { name: /Tickets came twice/ }).click();
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  const field = page.getByLabel('Text', { exact: true });
  await field.fill('Tickets were printed twice ([e1](#e1)).');
  const written = page.url();
  await page.goBack();
  await field.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'e1', exact: true }).click();
  await dialog(page).getByText('The evidence behind this').waitFor();
  await page.reload();
  await page.getByRole('dialog', { name: 'Evidence e1' }).waitFor();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(written);
  expect(await field.inputValue()).toBe('Tickets were printed twice ([e1](#e1)).');
  await page.getByRole('button', { name: 'Done' }).click();
  await field.waitFor({ state: 'detached' });
});

test('keeps the place where one reads on the way back, and shows the section that the address names', async () => {
  const { page } = ada;
  await page.goto('/postmortems');
  await page.getByRole('link', { name: /Tickets came twice/ }).click();
  await page.getByRole('button', { name: 'Mark ready' }).waitFor();
  const path = new URL(page.url()).pathname.replace(/\/$/, '');
  const sections = await fillSections(path.split('/').at(-1)!);
  await page.goto('/postmortems');
  await page.getByRole('link', { name: /Tickets came twice/ }).click();
  const end = page.getByRole('cell', { name: 'line 59' }).nth(sections.length - 1);
  await end.waitFor();
  const place = page.getByRole('region', { name: sections.at(-2)!.title, exact: true });
  const height = async (): Promise<number> => Math.round((await place.boundingBox())?.y ?? Number.NaN);
  await place.evaluate(element => element.scrollIntoView());
  const before = await height();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Actions' }).click();
  await page.getByRole('heading', { level: 1, name: 'Actions' }).waitFor();
  await page.goBack();
  await end.waitFor();
  await expect.poll(height).toBe(before);

  await page.goto('/postmortems');
  await page.goto(`${path}#${sections.at(-2)!.id}`);
  await end.waitFor();
  // Below the bar at the top, not behind it.
  await expect.poll(height).toBe(before);
});

test('prints what it is about, the text, and what was found, without what is only for the screen', async () => {
  const { page } = ada;
  await view(page, 'Findings').click();
  await page.getByRole('button', { name: 'Add finding' }).click();
  await dialog(page).getByLabel('What was found').fill('The printer was asked again');
  await dialog(page).getByLabel('Rests on').selectOption({ label: 'Unknown' });
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await view(page, 'Text').click();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('The printer was asked again').waitFor();
  const facts = page.getByRole('complementary', { name: 'What it is about' });
  await facts.getByText('1 finding, 1 without support').waitFor();
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  // Who owns it can be pressed on screen, and is read on paper.
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(1);
  await page.emulateMedia({ media: 'screen' });
});
