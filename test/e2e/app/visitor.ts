import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody at a browser of their own. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the browser complained of: errors, broken policies, requests to elsewhere. */
  complaints: string[];
}

/** Answers that are a part of the work, not a fault: a browser notes each as an error all the same. */
const REFUSAL = /the server responded with a status of (?:401|409|412)/;
/** What a browser says while a test has cut the network, or of a body that broke off then. */
const CUT = /net::ERR_(?:INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED)|status of 503/;

/** Opens a clean profile; `path` is shown first. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { path?: string } = {},
): Promise<Visitor> {
  const { path = '/', ...wanted } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    baseURL: address,
    ...wanted,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!REFUSAL.test(message.text()) && !CUT.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address))
      complaints.push(request.url());
  });
  await page.goto(path);
  return { context, page, complaints };
}
