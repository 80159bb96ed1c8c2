import { SealBroken } from '../../../recorder/freeze/sealStream.ts';
import { NothingToRead } from '../../../recorder/ingest/nothingToRead.ts';
import { isDiskFull } from '../../../recorder/isDiskFull.ts';
import { ObjectDamaged, ObjectMissing, StorageUnavailable } from '../../../recorder/objects/objectStore.ts';
import { EvidenceChanged } from '../../../recorder/record/receiveOriginals.ts';
import { RecordingFailed } from '../../../recorder/record/runRecordingProcess.ts';

/** What another try would meet again, in words of its own that say what to do. */
const LASTING = [NothingToRead, EvidenceChanged, ObjectMissing, ObjectDamaged, SealBroken, RecordingFailed];

/** Why a reading failed, for people, and whether it is worth another try. */
export function explainFailure(error: unknown): { reason: string; isLasting: boolean } {
  const { message } = error as Error;
  if (LASTING.some(known => error instanceof known)) return { reason: message, isLasting: true };
  if (error instanceof StorageUnavailable) return { reason: message, isLasting: false };
  if (isDiskFull(error))
    return { reason: 'the disk is full; free some space there, then read again', isLasting: false };
  return {
    reason: 'the reading broke off; it is tried again, and an administrator finds the cause in the log',
    isLasting: false,
  };
}
