import { Readable } from 'node:stream';
import { findSeenIncident } from '../platform/access/enterIncident.ts';
import { type AuditExport, exportAudit } from '../platform/audit/export/exportAudit.ts';
import { nameFile } from '../platform/operations/nameFile.ts';
import { operations } from '../platform/operations/operations.ts';

/** UTF-16 units of a piece that is sent, about. */
const PIECE = 2 ** 16;

const NAMES = { jsonl: 'audit.jsonl', ocsf: 'audit.ocsf.jsonl' } as const;

/** Streams the log, or what belongs to one incident; that it was taken along is on record before the first line goes out. */
export const exportLog = operations.audit.export.handler(
  async ({ input: { format, incidentId: ref, from }, context }) => {
    const incident = ref === undefined ? undefined : await findSeenIncident(context, ref);
    await context.record({
      kind: 'export',
      subject: { kind: 'audit_log', id: incident?.id ?? 'all' },
      ...(incident && { incidentId: incident.id }),
    });
    const chosen = incident && { incidentId: incident.id };
    const request: AuditExport =
      format === 'ocsf'
        ? { format, from, ...chosen }
        : { format, key: context.platform.audit.key, ...chosen };
    nameFile(context, NAMES[format]);
    return Readable.toWeb(
      Readable.from(bytesOf(exportAudit(context.db, request)), { objectMode: false }),
    ) as ReadableStream<Uint8Array>;
  },
);

/** Lines in pieces of some kilobytes: a piece for each line would cost more than the line. */
async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}
