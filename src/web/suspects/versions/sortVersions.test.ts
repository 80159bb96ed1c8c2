import { expect, test } from 'vitest';
import type { VersionRow } from '../suspect.ts';
import { orderOf, orderText, sortVersions } from './sortVersions.ts';

const row = (service: string, version: string, p95Us: number | null): VersionRow => ({
  service,
  version,
  source: 'span',
  mark: '',
  first: '',
  last: '',
  now: p95Us === null ? null : { requests: 1, errors: 0, p50Us: 1, p90Us: 1, p95Us, p99Us: p95Us },
  before: null,
});
const rows = [row('cart', '1.10', 5), row('cart', '1.9', 5), row('api', '2', 9), row('old', '1', null)];
const namesOf = (order: string | undefined) =>
  sortVersions(rows, orderOf(order)).map(({ service, version }) => `${service} ${version}`);

test('the slowest comes first; equal ones by name, and what was not asked last', () => {
  expect(namesOf(undefined)).toEqual(['api 2', 'cart 1.9', 'cart 1.10', 'old 1']);
  expect(namesOf('p95')).toEqual(['cart 1.9', 'cart 1.10', 'api 2', 'old 1']);
  expect(namesOf('-service')).toEqual(['old 1', 'cart 1.10', 'cart 1.9', 'api 2']);
});

test('an order comes back out of an address, and anything else is the usual one', () => {
  for (const order of ['service', '-requests', 'p95']) expect(orderText(orderOf(order))).toBe(order);
  for (const order of [undefined, '-p95', 'nonsense', 'constructor'])
    expect(orderText(orderOf(order))).toBe(undefined);
});
