import type { Kysely } from 'kysely';
import type { SigningKey } from '../checkpoint/signingKey.ts';
import { readLogSize } from '../tree/readLogSize.ts';
import { exportLines } from './exportLines.ts';
import { exportSelection } from './exportSelection.ts';
import { readEntries } from './readEntries.ts';
import { toOcsf } from './toOcsf.ts';

export type AuditExport =
  /** What `audit verify` checks: the whole log, signed. */
  | { format: 'jsonl'; key: SigningKey }
  /** What `audit verify` checks too: the entries of one incident, each with a proof that it is in the log. */
  | { format: 'jsonl'; key: SigningKey; incidentId: string }
  /** For a SIEM: OCSF events, from an index on, so that it can go on where it stopped; of one incident if it is named. */
  | { format: 'ocsf'; from?: number; incidentId?: string };

/** The audit log as lines, each with its newline, streamed: memory does not grow with the log. */
export async function* exportAudit<Database>(
  db: Kysely<Database>,
  request: AuditExport,
): AsyncGenerator<string> {
  if (request.format === 'ocsf') return yield* exportOcsf(db, request);
  if ('incidentId' in request) return yield* exportSelection(db, request);
  yield* exportLines(db, request.key);
}

async function* exportOcsf<Database>(
  db: Kysely<Database>,
  { from = 0, incidentId }: { from?: number; incidentId?: string },
): AsyncGenerator<string> {
  const range = { from, to: await readLogSize(db), ...(incidentId !== undefined && { incidentId }) };
  for await (const entry of readEntries(db, range)) yield `${JSON.stringify(toOcsf(entry))}\n`;
}
