import { Readable } from 'node:stream';
import { unsealObject } from '../../../recorder/objects/sealObject.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { nameFile } from '../../platform/operations/nameFile.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { originalKey } from './originals.ts';
import type { ItemRow } from './store.ts';

/**
 * Opens the sealed original of a file. Who opens it stands in the audit log before the first byte leaves.
 *
 * @throws conflict when it was removed
 */
export async function openOriginal(
  context: OperationContext,
  item: ItemRow,
): Promise<ReadableStream<Uint8Array>> {
  const { id, incidentId, name, bytes, sha256, sealedKey, removedAt } = item;
  if (removedAt !== null)
    refuse(
      'conflict',
      'This evidence was removed, and its original with it. The custody trail says by whom.',
    );
  await context.record({
    kind: 'evidence_read',
    subject: { kind: 'evidence', id },
    incidentId,
    after: { name, bytes, sha256 },
  });
  const { objects } = context.platform;
  const original = await unsealObject(objects, sealedKey, { key: originalKey(context.platform, incidentId) });
  nameFile(context, name.split(/[/\\]/).at(-1)!);
  return Readable.toWeb(original) as ReadableStream<Uint8Array>;
}
