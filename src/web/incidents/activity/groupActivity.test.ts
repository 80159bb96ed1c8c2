import { expect, test } from 'vitest';
import type { Entry } from './activity.ts';
import { groupActivity } from './groupActivity.ts';

const entry = (operation: string, second: number, more: Partial<Entry> = {}): Entry => ({
  id: `${operation} ${second}`,
  at: new Date(Date.UTC(2026, 0, 1) - second * 1_000).toISOString(),
  operation,
  kind: 'change',
  actor: { kind: 'person', id: 'ada', name: 'Ada' },
  subject: null,
  changed: [],
  ...more,
});
const sizes = (entries: Entry[]) =>
  groupActivity(entries).map(({ entry: { operation }, others }) => [operation, 1 + others.length]);

test('what one person did many times in one go is one line, also where two kinds take turns', () => {
  const files = [0, 1, 2].flatMap(at => [
    entry('uploads.complete', 2 * at),
    entry('uploads.begin', 2 * at + 1),
  ]);
  expect(sizes(files)).toEqual([
    ['uploads.complete', 3],
    ['uploads.begin', 3],
  ]);
});

test('another person, a long pause, or a change of fields begins anew', () => {
  const bob = { actor: { kind: 'person', id: 'bob', name: 'Bob' } };
  const changed = { changed: [{ field: 'severity', before: 'sev3', after: 'sev2' }] };
  expect(
    sizes([
      entry('notes.add', 0),
      entry('notes.add', 1, bob),
      entry('notes.add', 2),
      entry('incidents.edit', 3, changed),
      entry('notes.add', 4),
      entry('notes.add', 5_000),
    ]),
  ).toEqual([
    ['notes.add', 1],
    ['notes.add', 1],
    ['notes.add', 1],
    ['incidents.edit', 1],
    ['notes.add', 1],
    ['notes.add', 1],
  ]);
});
