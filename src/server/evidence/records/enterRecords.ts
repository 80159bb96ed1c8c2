import type { OperationContext } from '../../platform/operations/context.ts';
import { refuseAbsent } from '../../platform/operations/refuse.ts';
import { enterThickReading } from '../readings/enterReading.ts';
import { findFile } from '../readings/store.ts';

/**
 * The object that holds the records that are asked about.
 *
 * @throws not_found
 */
export async function enterRecords(
  context: OperationContext,
  asked: Parameters<typeof enterThickReading>[1],
): Promise<string> {
  const { id } = await enterThickReading(context, asked);
  const file = (await findFile(context.db, id, 'evidence/records.parquet')) ?? refuseAbsent('record');
  return file.objectKey;
}
