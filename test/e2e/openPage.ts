import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Bundle } from '../../src/core/document/bundle.ts';
import { toHtml } from '../../src/recorder/page/toHtml.ts';

/** A page opened from a file, and what went wrong or out while it was open. */
export interface OpenedPage {
  page: Page;
  /** Messages of the console, errors, and requests beyond the file itself. */
  complaints: string[];
  close(): Promise<void>;
}

/** Writes a bundle as a page and opens it from the disk, as a reader would; `before` runs ahead of its scripts. */
export async function openPage(
  browser: Browser,
  bundle: Bundle,
  options: BrowserContextOptions & { hash?: string; before?: string } = {},
): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  const file = join(folder, 'postmortem.html');
  await writeFile(file, toHtml(bundle));
  const { hash = '', before = '', ...wanted } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...wanted,
  });
  const page = await context.newPage();
  await page.addInitScript(before);
  const address = pathToFileURL(file).href;
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    if (!request.url().startsWith(address)) complaints.push(request.url());
  });
  await page.goto(address + hash);
  return {
    page,
    complaints,
    async close() {
      await context.close();
      await rm(folder, { recursive: true });
    },
  };
}
