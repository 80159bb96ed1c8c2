import { signCheckpoint } from '../platform/audit/checkpoint/checkpoint.ts';
import { openTree } from '../platform/audit/tree/openTree.ts';
import { readLogSize } from '../platform/audit/tree/readLogSize.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import type { EventRow } from './store.ts';

/** The proof that an event stands in the log as it is now, under a checkpoint that is signed for it; null until it does. */
export async function proveEvent({ db, platform }: OperationContext, { index, hash, leaf }: EventRow) {
  if (index === null || hash === null) return null;
  const size = await readLogSize(db);
  const tree = openTree(db);
  const root = await tree.rootAt(size);
  const path = await tree.proveInclusion(index, size);
  return {
    leaf,
    leafHash: hash.toString('base64url'),
    checkpoint: {
      size,
      root: root.toString('base64url'),
      note: signCheckpoint({ size, root }, platform.audit.key),
    },
    path: path.map(step => step.toString('base64url')),
  };
}
