import { type SealedObject, sealObject, unsealObject } from '../../../recorder/objects/sealObject.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { evidencePrefix, originalKey } from '../items/originals.ts';
import { partKey } from './receivePart.ts';
import type { PartRow, UploadRow } from './store.ts';
import { partCountOf } from './toUpload.ts';

/** At most so many missing parts are named. */
const MOST_NAMED = 10;

/**
 * Makes the sealed original of an upload's parts, as a stream. Whoever does not keep it must delete it.
 *
 * @throws conflict when parts are missing, invalid when the whole is not what was announced
 */
export async function sealUpload(
  platform: Platform,
  upload: UploadRow,
  parts: readonly PartRow[],
): Promise<SealedObject> {
  expectAll(upload, parts);
  const original = await sealObject(platform.objects, joined(platform, upload.id, parts), {
    key: originalKey(platform, upload.incidentId),
    prefix: evidencePrefix(upload.incidentId),
  });
  if (upload.sha256 === null || upload.sha256 === original.sha256) return original;
  await platform.objects.delete(original.sealed.key);
  return refuse(
    'invalid',
    `The whole file’s SHA-256 is ${original.sha256}, not ${upload.sha256} as announced: it changed while it was sent. Send the parts that changed again, or begin a new upload.`,
  );
}

function expectAll(upload: UploadRow, parts: readonly PartRow[]): void {
  const received = new Set(parts.map(({ number }) => number));
  const missing = Array.from({ length: partCountOf(upload) }, (_, index) => index + 1).filter(
    number => !received.has(number),
  );
  if (missing.length === 0) return;
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  refuse(
    'conflict',
    `Parts ${missing.slice(0, MOST_NAMED).join(', ')}${more} are missing. Send them, then complete the upload.`,
  );
}

async function* joined(
  platform: Platform,
  uploadId: string,
  parts: readonly PartRow[],
): AsyncGenerator<Uint8Array> {
  const key = partKey(platform, uploadId);
  for (const { sealedKey } of parts) yield* await unsealObject(platform.objects, sealedKey, { key });
}
