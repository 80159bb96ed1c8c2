import type { Client } from './createClient.ts';
import { sha256Of } from './sha256Of.ts';

type Upload = Awaited<ReturnType<Client['uploads']['get']>>;

/**
 * Whether a file is the one that an upload was begun with, as far as its parts have arrived; so that one that broke off
 * is never gone on with by another file of the same name.
 */
export async function fitsUpload(content: Blob, upload: Upload): Promise<boolean> {
  if (content.size !== upload.bytes) return false;
  for (const { number, sha256 } of upload.received) {
    const part = content.slice((number - 1) * upload.partBytes, number * upload.partBytes);
    if ((await sha256Of(await part.arrayBuffer())) !== sha256) return false;
  }
  return true;
}
