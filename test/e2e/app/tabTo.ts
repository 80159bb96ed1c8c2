import type { Locator, Page } from 'playwright-core';

/** Farther than this nobody tabs. */
const MOST = 120;

/** Presses Tab until an element has the focus: what cannot be reached so, cannot be used without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> =>
    target.evaluate(element => element === element.ownerDocument.activeElement);
  await target.waitFor();
  for (let pressed = 0; !(await hasFocus()); pressed++) {
    if (pressed === MOST) throw new Error(`not reached with ${MOST} presses of Tab: ${target}`);
    await page.keyboard.press('Tab');
  }
}

/** Reaches something by Tab and presses Enter on it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
