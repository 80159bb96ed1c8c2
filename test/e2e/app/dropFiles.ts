import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';

/** As browsers know it; the code that uses it runs there. */
declare const DataTransfer: new () => { items: { add(file: File): void } };

export interface DroppedFile {
  name: string;
  content: Uint8Array | string;
}

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<DroppedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async ({ parentPath, name }) => ({
        name: basename(name),
        content: await readFile(join(parentPath, name)),
      })),
  );
}

/** Drops files on the page, as if they came from the desktop. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const encoded = files.map(({ name, content }) => ({
    name,
    base64: Buffer.from(content).toString('base64'),
  }));
  const transfer = await page.evaluateHandle(given => {
    const made = new DataTransfer();
    for (const { name, base64 } of given)
      made.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name));
    return made;
  }, encoded);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
