import { type FileHandle, open } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { abortedBy, type Bucket } from './bucket.ts';

/** What is sent at once; servers want at least 5 MiB, and at most 10 000 parts. */
export const PART_BYTES = 8 * 2 ** 20;
const MAX_PARTS = 10_000;
/** Parts under way at a time, each held in memory. */
const CONCURRENCY = 4;

export interface FileUpload {
  key: string;
  path: string;
  bytes: number;
  signal: AbortSignal | undefined;
}

/**
 * Sends a file in parts. The object appears when the last of them is acknowledged; after a failure what was sent is
 * taken back. Throws what the client throws.
 */
export async function uploadFile(bucket: Bucket, { key, path, bytes, signal }: FileUpload): Promise<void> {
  const target = { Bucket: bucket.name, Key: key };
  const { UploadId } = await bucket.client.send(new CreateMultipartUploadCommand(target), abortedBy(signal));
  const upload = { ...target, UploadId };
  const file = await open(path, 'r');
  try {
    const parts = await uploadParts(bucket, upload, { file, bytes, signal });
    await bucket.client.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }),
      abortedBy(signal),
    );
  } catch (error) {
    // Where this fails too, `sweep` takes it back later.
    await bucket.client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

async function uploadParts(
  { client }: Bucket,
  upload: { Bucket: string; Key: string; UploadId: string | undefined },
  { file, bytes, signal }: { file: FileHandle; bytes: number; signal: AbortSignal | undefined },
): Promise<CompletedPart[]> {
  const size = Math.max(PART_BYTES, Math.ceil(bytes / MAX_PARTS));
  const parts: CompletedPart[] = [];
  const failed = new AbortController();
  const abortSignal = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next * size < bytes) {
      const number = next++;
      const Body = await readPart(file, number * size, Math.min(size, bytes - number * size));
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber: number + 1, Body }), {
        abortSignal,
      });
      parts[number] = { ETag, PartNumber: number + 1 };
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    return parts;
  } finally {
    // The others are not needed after one has failed.
    failed.abort();
  }
}

async function readPart(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const part = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(part, at, length - at, position + at);
    if (bytesRead === 0) throw new Error('the file became shorter while it was sent');
    at += bytesRead;
  }
  return part;
}
