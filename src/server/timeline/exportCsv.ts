import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { RecordFilter } from '../../recorder/records/recordFilter.ts';
import { writeCsv } from '../../recorder/records/writeCsv.ts';
import { askArchive } from '../evidence/records/askArchive.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { nameFile } from '../platform/operations/nameFile.ts';

/** Gives out the records that fit a filter as a CSV file, which is removed when it was sent. */
export async function exportCsv(
  context: OperationContext,
  key: string,
  filter: RecordFilter,
): Promise<ReadableStream<Uint8Array>> {
  const { archive, workFolder } = context.platform;
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const path = join(workFolder, `${randomUUID()}.csv`);
  try {
    await askArchive(() => writeCsv(archive, key, filter, path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  nameFile(context, 'timeline.csv');
  const content = createReadStream(path);
  content.once('close', () => void rm(path, { force: true }));
  return Readable.toWeb(content) as ReadableStream<Uint8Array>;
}
