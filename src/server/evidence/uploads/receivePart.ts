import type { SealedObject } from '../../../recorder/objects/sealObject.ts';
import { sealObject } from '../../../recorder/objects/sealObject.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { refuse } from '../../platform/operations/refuse.ts';

/** Where the parts of an upload lie; nobody else's objects are below it. */
export const partsPrefix = (uploadId: string): string => `uploads/${uploadId}`;

/** Parts are sealed too: what comes in may hold anything, and waits on a disk. */
export const partKey = ({ keyFor }: Pick<Platform, 'keyFor'>, uploadId: string): Buffer =>
  keyFor(`parts of upload ${uploadId}`);

interface Expected {
  uploadId: string;
  bytes: number;
  sha256: string | undefined;
}

/**
 * Takes in the bytes of one part and makes them durable, without ever holding more than a few of them.
 *
 * @throws too_large, or invalid when the part is not what was announced
 */
export async function receivePart(
  platform: Platform,
  source: AsyncIterable<Uint8Array>,
  { uploadId, bytes, sha256 }: Expected,
): Promise<SealedObject> {
  const part = await sealObject(platform.objects, counted(source, bytes), {
    key: partKey(platform, uploadId),
    prefix: partsPrefix(uploadId),
  });
  if (sha256 === undefined || sha256 === part.sha256) return part;
  await platform.objects.delete(part.sealed.key);
  return refuse(
    'invalid',
    `The part’s SHA-256 is ${part.sha256}, not ${sha256} as announced. Send it again.`,
    {
      issues: [{ path: '/sha256', message: 'is not that of the body' }],
    },
  );
}

async function* counted(source: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let received = 0;
  try {
    for await (const chunk of source) {
      received += chunk.byteLength;
      if (received > bytes) break;
      yield chunk;
    }
  } catch {
    refuse('invalid', 'The connection broke off before the part was whole. Send the part again.');
  }
  if (received > bytes)
    refuse('too_large', `This part has ${bytes} bytes, but more came. Send exactly those.`);
  if (received < bytes)
    refuse('invalid', `This part has ${bytes} bytes, but ${received} came. Send exactly those.`);
}
