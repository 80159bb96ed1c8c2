import { Readable } from 'node:stream';
import type { OperationContext } from '../../platform/operations/context.ts';
import { nameFile } from '../../platform/operations/nameFile.ts';
import { refuseAbsent } from '../../platform/operations/refuse.ts';
import type { EnteredReading } from './enterReading.ts';
import { findFile } from './store.ts';

/** Gives out a file of a reading, on record as an export. */
export async function answerFile(
  context: OperationContext,
  { id, incidentId }: EnteredReading,
  { path, name }: { path: string; name: string },
): Promise<ReadableStream<Uint8Array>> {
  const file = (await findFile(context.db, id, path)) ?? refuseAbsent('file');
  await context.record({ kind: 'export', subject: { kind: 'reading', id }, incidentId, after: { path } });
  const content = await context.platform.objects.get(file.objectKey);
  nameFile(context, name);
  return Readable.toWeb(content) as ReadableStream<Uint8Array>;
}
