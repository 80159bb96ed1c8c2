/** Everything that can be asked of the system can be asked on screen; what cannot is listed here with its reason. */
import { expect, test } from 'vitest';
import { contract } from '../../src/contract/index.ts';
import { sources } from './sources.ts';

const FACES = sources().filter(({ path }) => /^src\/(?:web|client)\//.test(path) && !/\.test\./.test(path));
const ALL_TEXT = FACES.map(({ text }) => text).join('\n');
const FEATURES = Object.entries(contract).map(
  ([feature, operations]) => [feature, Object.keys(operations)] as const,
);

/** Asked for by a name that is chosen when it is asked: `api.actions[transition]`. */
const BY_CHOICE: Readonly<Record<string, readonly string[]>> = {
  actions: ['start', 'finish', 'verify', 'cancel', 'reopen'],
  incidents: ['acknowledge', 'mitigate', 'restore', 'close', 'restrict', 'unrestrict'],
  people: ['disable', 'enable'],
  postmortems: ['finish', 'revise', 'withdraw'],
  taxonomy: ['add', 'edit'],
  teams: ['addMember', 'removeMember'],
};

/** Asked for by an address: what streams, and what the browser saves or sends by itself. */
const BY_ADDRESS: Readonly<Record<string, string>> = {
  'audit.export': '/audit/export',
  'drafts.get': '/draft`',
  'drafts.page': '/page`',
  'events.follow': '/api/v1/events',
  'readings.follow': '/readings/follow',
};

/** What pages do not need, because another operation gives them the same. */
const TOLD_BY_OTHERS: readonly string[] = [
  // Lists hold each whole.
  'findings.get',
  'readings.get',
];

/** Whether the operation is called on the typed client or on its queries. */
const isCalled = (feature: string, operation: string): boolean =>
  new RegExp(`\\b(?:api|client)\\s*\\.\\s*${feature}\\s*\\.\\s*${operation}\\b`).test(ALL_TEXT);

const isOnScreen = (feature: string, operation: string): boolean => {
  const name = `${feature}.${operation}`;
  if (TOLD_BY_OTHERS.includes(name)) return true;
  const address = BY_ADDRESS[name];
  if (address) return ALL_TEXT.includes(address);
  if (BY_CHOICE[feature]?.includes(operation)) return ALL_TEXT.includes(`api.${feature}[`);
  return isCalled(feature, operation);
};

test('every operation can be reached on screen', () => {
  const missing = FEATURES.flatMap(([feature, operations]) =>
    operations
      .filter(operation => !isOnScreen(feature, operation))
      .map(operation => `${feature}.${operation}`),
  );
  expect(missing).toEqual([]);
});

test('what is listed as reached otherwise exists', () => {
  const known = new Set(
    FEATURES.flatMap(([feature, all]) => all.map(operation => `${feature}.${operation}`)),
  );
  const listed = [
    ...Object.entries(BY_CHOICE).flatMap(([feature, all]) => all.map(operation => `${feature}.${operation}`)),
    ...Object.keys(BY_ADDRESS),
    ...TOLD_BY_OTHERS,
  ];
  expect(listed.filter(name => !known.has(name))).toEqual([]);
});
