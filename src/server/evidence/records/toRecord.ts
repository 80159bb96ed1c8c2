import type { RecordRow } from '../../../recorder/records/recordRow.ts';
import { instantOf } from '../readings/toResults.ts';

/** A record as the contract shows it. */
export const toRecord = (row: RecordRow) => ({ ...row, at: instantOf(row.at) });
