import { createHash } from 'node:crypto';
import type { Client } from '../../src/client/createClient.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Puts a file on an incident, part after part; answers with the evidence that it became. */
export async function uploadFile(
  client: Client,
  incidentId: string,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Awaited<ReturnType<Client['uploads']['complete']>>> {
  const { id, partBytes, partCount } = await client.uploads.begin({
    incidentId,
    name,
    bytes: bytes.length,
    sha256: sha256Of(bytes),
  });
  for (let number = 1; number <= partCount; number++) {
    const part = bytes.subarray((number - 1) * partBytes, number * partBytes);
    await client.uploads.putPart({ id, number, bytes: new Blob([part]), sha256: sha256Of(part) });
  }
  return client.uploads.complete({ id });
}
