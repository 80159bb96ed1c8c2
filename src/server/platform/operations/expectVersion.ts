import type { OperationContext } from './context.ts';
import { refuse } from './refuse.ts';

/** A tag as we gave it out; what follows the version says which bytes were read. A proxy that compresses makes it weak. */
const TAG = /^(?:W\/)?"(\d{1,10})(?:-[\w-]+)?"$/;

/** The versions that `If-Match` names; `any` without the header. What is no version of ours is NaN, which none equals. */
export function expectedVersions({ headers }: OperationContext): 'any' | number[] {
  const expected = headers['if-match'];
  if (expected === undefined || expected === '*') return 'any';
  return String(expected)
    .split(',')
    .map(tag => Number(TAG.exec(tag.trim())?.[1]));
}

/** Refuses an edit of something that somebody changed in the meantime. */
export const refuseStale = (version: number): never =>
  refuse(
    'conflict',
    `Somebody changed this in the meantime: it is at version ${version} now. Read it again, then repeat your change.`,
    { status: 412 },
  );

/**
 * Holds `If-Match` against a row that was read for an edit. Without the header the edit applies to whatever is there.
 *
 * @throws conflict (412) when somebody edited in between
 */
export function expectVersion(context: OperationContext, { version }: { version: number }): void {
  const expected = expectedVersions(context);
  if (expected !== 'any' && !expected.includes(version)) refuseStale(version);
}
