import type { OperationContext } from '../platform/operations/context.ts';
import { expectedVersions, refuseStale } from '../platform/operations/expectVersion.ts';

/**
 * Holds `If-Match` against a part of something: whoever knows any version since which the part did not change, edits it as
 * it is, whatever happened to the other parts.
 *
 * @param version which last changed the part
 * @param newest which the whole is at
 * @throws conflict (412) when the part was changed since
 */
export function expectUnchangedSince(
  context: OperationContext,
  { version, newest }: { version: number; newest: number },
): void {
  const expected = expectedVersions(context);
  if (expected === 'any' || expected.some(known => known >= version && known <= newest)) return;
  refuseStale(newest);
}
