import type { z } from 'zod';
import type { evidenceItem } from '../../../contract/evidenceFields.ts';
import type { ItemRow } from './store.ts';

export type EvidenceItem = z.infer<typeof evidenceItem>;

/** A file of evidence as the contract shows it; where its original lies is nobody's business. */
export const toItem = ({
  id,
  version,
  incidentId,
  name,
  description,
  bytes,
  sha256,
  modifiedAt,
  collector,
  collectedAt,
  updatedAt,
  remover,
  removedAt,
  removalReason,
}: ItemRow): EvidenceItem => ({
  id,
  version,
  incidentId,
  name,
  description,
  bytes,
  sha256,
  modifiedAt,
  collectedBy: collector,
  collectedAt,
  updatedAt,
  removal: removedAt === null ? null : { by: remover, at: removedAt, reason: removalReason! },
});
