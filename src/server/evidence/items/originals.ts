import type { DeriveKey } from '../../platform/secret.ts';

/** Where the sealed originals of an incident lie; the same bytes are one object there. */
export const evidencePrefix = (incidentId: string): string => `evidence/${incidentId}`;

/** The key that seals an incident's originals. It is derived from the server's secret and stored nowhere. */
export const originalKey = ({ keyFor }: { keyFor: DeriveKey }, incidentId: string): Buffer =>
  keyFor(`originals of incident ${incidentId}`);
