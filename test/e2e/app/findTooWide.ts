import type { Page } from 'playwright-core';

/** What may be wider than a phone, and is moved sideways by itself: tabs, the board, a map, tables that people wrote. */
const MAY_SCROLL = 'nav, [data-board], :has(> [aria-label="Dependency map"]), .prose-text table';

/** What of the page that is shown is wider than its place: the page itself, or a part that scrolls sideways. */
export const findTooWide = (page: Page): Promise<string[]> =>
  page.locator('html, body *').evaluateAll(
    (parts, allowed) =>
      parts
        .filter(part => {
          const { overflowX } = part.ownerDocument.defaultView!.getComputedStyle(part);
          const mayScroll = part.tagName === 'HTML' || /auto|scroll/.test(overflowX);
          // Sizes are rounded, each for itself.
          return mayScroll && part.scrollWidth > part.clientWidth + 1 && !part.matches(allowed);
        })
        .map(part => part.outerHTML.slice(0, 160)),
    MAY_SCROLL,
  );
