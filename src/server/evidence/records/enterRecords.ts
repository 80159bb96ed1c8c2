import type { OperationContext } from '../../platform/operations/context.ts';
import { refuseAbsent } from '../../platform/operations/refuse.ts';
import { enterThickReading } from '../readings/enterReading.ts';
import { findFile } from '../readings/store.ts';
import { recordRead } from './recordRead.ts';

/**
 * The object that holds the records that are asked about; that they are read is on record.
 *
 * @throws not_found
 */
export async function enterRecords(
  context: OperationContext,
  asked: Parameters<typeof enterThickReading>[1],
): Promise<string> {
  const reading = await enterThickReading(context, asked);
  const file = (await findFile(context.db, reading.id, 'evidence/records.parquet')) ?? refuseAbsent('record');
  await recordRead(context, reading);
  return file.objectKey;
}
