/**
 * Pictures of every page, to be looked at before a change of the app is done:
 *
 *     node tools/screenshots.ts FOLDER --server http://localhost:4600 --email robin@example.org --password=…
 *
 * Each page in light and dark at 1440 pixels and in light at 360; with what the server holds (`npm start` fills it),
 * with empty lists, and with a server that answers nothing. The last two are made by answering for the server.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../test/harness/browser.ts';

const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  incidents: '/incidents?show=all',
  declare: '/incidents?declare=true',
  incident: '/incidents/INC-1',
  'incident-access': '/incidents/INC-1?panel=access',
  'incident-times': '/incidents/INC-1?panel=times',
  'incident-roles': '/incidents/INC-1?panel=roles',
  timeline: '/incidents/INC-1/timeline',
  evidence: '/incidents/INC-1/evidence',
  records: '/incidents/INC-1/evidence?view=logs',
  coverage: '/incidents/INC-1/evidence?view=coverage',
  gaps: '/incidents/INC-1/evidence?view=gaps',
  clocks: '/incidents/INC-1/evidence?view=clocks',
  redactions: '/incidents/INC-1/evidence?view=redactions',
  suspects: '/incidents/INC-1/suspects',
  dependencies: '/incidents/INC-1/suspects?view=map&service=ts-basic-service',
  latency: '/incidents/INC-1/suspects?view=latency&service=ts-basic-service',
  flame: '/incidents/INC-1/suspects?view=flame',
  'flame-table': '/incidents/INC-1/suspects?view=flame&as=table',
  traces: '/incidents/INC-1/suspects?view=traces',
  'incident-actions': '/incidents/INC-1/actions',
  'incident-postmortem': '/incidents/INC-1/postmortem',
  activity: '/incidents/INC-1/activity',
  postmortems: '/postmortems',
  findings: '/incidents/INC-1/postmortem?view=findings',
  versions: '/incidents/INC-1/postmortem?view=versions',
  actions: '/actions',
  board: '/actions?view=board',
  'new-action': '/actions?open=new',
  archive: '/archive?text=slow',
  'archive-without-hits': '/archive?text=zxqvw',
  services: '/services',
  people: '/people',
  teams: '/people/teams',
  invitations: '/people/invitations',
  audit: '/audit',
  settings: '/settings',
  'sign-in-settings': '/settings/sign-in',
  tokens: '/settings/tokens',
  'new-token': '/settings/tokens?create=true',
  templates: '/settings/templates',
  'new-template': '/settings/templates/new',
  terms: '/settings/terms',
  jobs: '/settings/jobs',
  'new-team': '/people/teams?open=new',
  'new-invitation': '/people/invitations?invite=true',
  design: '/design',
  nowhere: '/nowhere',
};

/** Pages that are lists: what they say while there is nothing. */
const LISTS = [
  'home',
  'incidents',
  'postmortems',
  'actions',
  'board',
  'archive',
  'services',
  'people',
  'audit',
];
const STRANGERS = { 'sign-in': '/sign-in', invitation: '/invitation', 'reset-password': '/reset-password' };

const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 360, height: 740 } };

/** Looks, by the suffix of their files. */
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { ...WIDE, colorScheme: 'light' },
  dark: { ...WIDE, colorScheme: 'dark' },
  narrow: { ...NARROW, colorScheme: 'light' },
};

/** What stands in for the server's lists, by the suffix of the files. */
const ANSWERS = {
  empty: {
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({ items: [], nextCursor: null, total: 0, facets: null }),
  },
  error: {
    status: 500,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: 'urn:afterword:error:internal',
      title: 'Something broke on our side',
      status: 500,
      code: 'internal',
      detail: 'It was logged under this request’s id. Try again; if it happens again, tell an administrator.',
      instance: 'req-1',
    }),
  },
} as const;
const LISTED =
  /\/api\/v1\/(?:incidents|actions|postmortems|services|people|audit\/events|audit|search)(?:\?|$)/;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', default: 'http://localhost:4600' },
    email: { type: 'string', default: 'robin@example.org' },
    password: { type: 'string' },
    only: { type: 'string' },
  },
});
const [folder] = positionals;
if (!folder || !options.password)
  throw new Error(
    'usage: node tools/screenshots.ts FOLDER --password=… [--server URL] [--email …] [--only PAGE]',
  );
const isWanted = (name: string): boolean => !options.only || options.only === name;

/** A page has arrived when nothing is asked for any more and nothing says that it loads. */
async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
  if (path === PAGES.design) return;
  for (let tries = 0; tries < 100; tries++) {
    if ((await page.getByRole('status', { name: 'Loading' }).count()) === 0) break;
    await page.waitForTimeout(50);
  }
  // Canvases and graphs draw once more after they know their size.
  await page.waitForTimeout(500);
}

async function take(page: Page, paths: Readonly<Record<string, string>>, suffix: string): Promise<void> {
  for (const [name, path] of Object.entries(paths).filter(([name]) => isWanted(name))) {
    await arrive(page, path);
    await page.screenshot({ path: join(folder!, `${name}.${suffix}.png`), fullPage: true });
  }
}

const open = (browser: Browser, look: BrowserContextOptions): Promise<BrowserContext> =>
  browser.newContext({ baseURL: options.server, reducedMotion: 'reduce', ...look });

async function signedIn(browser: Browser): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const context = await open(browser, LOOKS.light!);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(options.email);
  await page.getByLabel('Password').fill(options.password!);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(url => url.pathname === '/');
  return context.storageState();
}

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
const storageState = await signedIn(browser);
for (const [suffix, look] of Object.entries(LOOKS)) {
  const stranger = await open(browser, look);
  await take(await stranger.newPage(), STRANGERS, suffix);
  const context = await open(browser, { ...look, storageState });
  await take(await context.newPage(), PAGES, suffix);
  await Promise.all([stranger.close(), context.close()]);
}
const lists = Object.fromEntries(LISTS.map(name => [name, PAGES[name]!]));
for (const [suffix, answer] of Object.entries(ANSWERS)) {
  const context = await open(browser, { ...LOOKS.light, storageState });
  await context.route(LISTED, route => route.fulfill(answer));
  await take(await context.newPage(), lists, suffix);
  await context.close();
}
await browser.close();
