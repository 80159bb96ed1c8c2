import type { OperationContext } from './context.ts';
import { refuse } from './refuse.ts';

/**
 * Holds `If-Match` against a row that was read for an edit. Without the header the edit applies to whatever is there.
 *
 * @throws conflict (412) when somebody edited in between
 */
export function expectVersion({ headers }: OperationContext, { version }: { version: number }): void {
  const expected = headers['if-match'];
  if (expected === undefined || expected === '*') return;
  const tags = String(expected)
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''));
  if (tags.includes(`"${version}"`)) return;
  refuse(
    'conflict',
    `Somebody changed this in the meantime: it is at version ${version} now. Read it again, then repeat your change.`,
    { status: 412 },
  );
}
