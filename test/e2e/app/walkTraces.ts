import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Looks at what the spans of an incident say together: the map, the flame graph and the versions, and on to traces. */
export async function walkTraces(page: Page, incident: string): Promise<void> {
  await page.goto(`/incidents/${incident}/suspects`);
  await page.getByRole('article', { name: /^1\. / }).waitFor();
  await walkMap(page);
  await walkFlame(page);
  await walkVersions(page);
}

async function walkMap(page: Page): Promise<void> {
  await page.keyboard.press('v');
  await page.keyboard.press('d');
  const map = page.getByRole('group', { name: 'Dependency map' });
  await map.getByRole('button', { name: /^ts-gateway-service\b/ }).focus();
  await page.keyboard.press('ArrowRight');
  expect(
    await map
      .getByRole('button')
      .filter({ has: page.locator(':scope:focus') })
      .count(),
  ).toBe(1);
  await map.getByRole('button', { name: /^ts-basic-service\b/ }).click();
  const panel = page.getByRole('region', { name: 'ts-basic-service' });
  await panel.getByRole('row', { name: /^p95/ }).waitFor();
  await page
    .getByRole('table', { name: 'Calls' })
    .getByRole('row', { name: /ts-basic-service/ })
    .first()
    .waitFor();

  await panel.getByRole('link', { name: 'ts-travel-service', exact: true }).click();
  await page.getByRole('table', { name: 'Traces' }).getByRole('row').nth(1).waitFor();
  const narrowed = page.getByRole('button', { name: 'Clear: called by ts-travel-service' });
  await narrowed.click();
  await narrowed.waitFor({ state: 'detached' });
  await page.goBack();
  await page.goBack();
  await panel.waitFor();
}

async function walkFlame(page: Page): Promise<void> {
  await page.keyboard.press('v');
  await page.keyboard.press('f');
  const graph = page.getByRole('tree', { name: 'Flame graph' });
  const first = graph.getByRole('treeitem').first();
  await first.focus();
  const share = /, .+, \d+(?:\.\d)? % of all, (?:takes longer|takes less|as before|only now|only before)/;
  expect(await first.textContent()).toMatch(share);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const path = page.getByRole('navigation', { name: 'Where you are' });
  await path.getByRole('listitem').nth(2).waitFor();
  await page.keyboard.press('Backspace');
  await path.getByRole('listitem').nth(2).waitFor({ state: 'detached' });
  await path.getByRole('button', { name: 'All requests' }).click();

  await page.getByLabel('Find an operation').fill('ts-station');
  await page
    .getByRole('status')
    .filter({ hasText: / of the width$/ })
    .waitFor();
  await page.getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: /^Flame graph/ });
  expect(await table.getByRole('row').count()).toBeGreaterThan(20);
  await table
    .getByRole('button', { name: /ts-travel-service/ })
    .first()
    .click();
  await path
    .getByRole('button', { name: /ts-travel-service/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Longest call' }).click();
  await page.getByRole('button', { name: 'Copy citation' }).waitFor();
  await page.goBack();
  await table.waitFor();
}

async function walkVersions(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('latency');
  await page.getByRole('option', { name: /^Latency/ }).click();
  const table = page.getByRole('table', { name: 'Durations and failures by service and version' });
  await table
    .getByRole('columnheader', { name: 'p95', exact: true })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor();
  await table.getByRole('button', { name: 'Requests' }).click();
  await table
    .getByRole('columnheader', { name: 'Requests' })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole('button', { name: /^ts-basic-service\b/ }).click();
  await page.getByRole('img', { name: /^95th percentile · ts-basic-service/ }).waitFor();
  await page.getByRole('link', { name: /^Traces of ts-basic-service,/ }).click();
  await page.getByRole('table', { name: 'Traces' }).getByRole('row').nth(1).waitFor();
}
