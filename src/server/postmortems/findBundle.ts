import { json } from 'node:stream/consumers';
import type { Bundle } from '../../core/document/bundle.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { findNewestDraft } from './bundleStore.ts';

/** Where the bundle lies among a reading's files. */
const BUNDLE = 'bundle.json';

/** What the recorder drafted of an incident. */
export interface Draft {
  /** The reading's id. */
  id: string;
  bundle: Bundle;
}

/**
 * The newest draft of an incident; undefined while there is none. The object store checks that it is what was written.
 *
 * @throws StorageUnavailable, ObjectMissing, ObjectDamaged
 */
export async function findBundle(
  { db, platform }: OperationContext,
  incidentId: string,
): Promise<Draft | undefined> {
  const draft = await findNewestDraft(db, incidentId, BUNDLE);
  if (!draft) return undefined;
  const bundle = (await json(await platform.objects.get(draft.objectKey))) as Bundle;
  return { id: draft.id, bundle };
}
