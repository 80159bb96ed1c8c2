import type { Page } from 'playwright-core';

/** As browsers know it; the code that uses it runs there. */
declare const DataTransfer: new () => {
  items: { add(file: File): void };
  setData(type: string, text: string): void;
};
declare const ClipboardEvent: new (type: string, options: object) => Event;

/** What is on the clipboard: a text, or a picture. */
export type Pasted = { text: string } | { picture: Uint8Array };

/** Pastes where the focus is. */
export async function pasteOnPage(page: Page, pasted: Pasted): Promise<void> {
  const given =
    'text' in pasted
      ? { text: pasted.text, base64: '' }
      : { text: '', base64: Buffer.from(pasted.picture).toString('base64') };
  await page.evaluate(({ text, base64 }) => {
    const clipboardData = new DataTransfer();
    if (text) clipboardData.setData('text/plain', text);
    if (base64) {
      const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0));
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    }
    const { document } = globalThis as unknown as { document: { activeElement: EventTarget } };
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, given);
}
