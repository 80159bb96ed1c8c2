import type { Client } from './createClient.ts';
import { sha256Of } from './sha256Of.ts';

/** A file to send; in a browser a `File`, in Node what `fs.openAsBlob` gives. */
export interface UploadSource {
  name: string;
  content: Blob;
  /** When it was last written. */
  modifiedAt?: Date;
}

export interface UploadOptions {
  /** An upload that broke off: only the parts that are missing are sent. */
  uploadId?: string;
  /** Bytes that are safe at the server, of all. */
  onProgress?(sent: number, total: number): void;
  /** Told once, so that a broken upload can be gone on with. */
  onBegin?(uploadId: string): void;
  signal?: AbortSignal;
}

export type EvidenceItem = Awaited<ReturnType<Client['uploads']['complete']>>;

/** Parts under way at once: one is on the wire while another is written to disk there. */
const AT_ONCE = 3;

/**
 * Puts a file on an incident, in parts with a hash each. Answers with the evidence that it became, which the server
 * reads by itself.
 */
export async function uploadEvidence(
  client: Pick<Client, 'uploads'>,
  incidentId: string,
  { name, content, modifiedAt }: UploadSource,
  { uploadId, onProgress, onBegin, signal }: UploadOptions = {},
): Promise<EvidenceItem> {
  const upload = uploadId
    ? await client.uploads.get({ id: uploadId })
    : await client.uploads.begin({
        incidentId,
        name,
        bytes: content.size,
        ...(modifiedAt && { modifiedAt: modifiedAt.toISOString() }),
      });
  const { id, partBytes, partCount } = upload;
  if (!uploadId) onBegin?.(id);
  const received = new Set(upload.received.map(({ number }) => number));
  let sent = upload.received.reduce((sum, { bytes }) => sum + bytes, 0);
  onProgress?.(sent, content.size);

  const missing = Array.from({ length: partCount }, (_, index) => index + 1).filter(
    number => !received.has(number),
  );
  const send = async (): Promise<void> => {
    for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
      signal?.throwIfAborted();
      const part = content.slice((number - 1) * partBytes, number * partBytes);
      const bytes = await part.arrayBuffer();
      const sha256 = await sha256Of(bytes);
      await client.uploads.putPart(
        { id, number, bytes: new Blob([bytes]), ...(sha256 && { sha256 }) },
        signal ? { signal } : {},
      );
      sent += part.size;
      onProgress?.(sent, content.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return client.uploads.complete({ id });
}
