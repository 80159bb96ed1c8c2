import { once } from 'node:events';
import { openAudit } from '../../server/openPlatform.ts';
import { drainQueue } from '../../server/platform/audit/drainQueue.ts';
import { type AuditExport, exportAudit } from '../../server/platform/audit/export/exportAudit.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { recordCommand } from './recordCommand.ts';
import { withStorage } from './withStorage.ts';

export interface AuditExportOptions {
  format: 'jsonl' | 'ocsf';
  from?: string;
  incident?: string;
}

/** `afterword audit export`: the log as lines on standard output, its own export included. */
export const auditExport = (world: World, { format, from, incident }: AuditExportOptions): Promise<number> =>
  withStorage(world, 'join', async ({ configuration, storage }) => {
    if (from !== undefined && (format !== 'ocsf' || !/^\d{1,15}$/.test(from)))
      throw new CommandFailed('--from is an index, and goes with --format ocsf.', EXIT.usage);
    if (incident !== undefined && (format !== 'jsonl' || !/^[0-9a-f-]{36}$/.test(incident)))
      throw new CommandFailed('--incident is an incident’s id, and goes with --format jsonl.', EXIT.usage);
    const { db } = storage;
    await recordCommand(world, storage, { operation: 'audit.export', kind: 'export', after: { format } });
    await drainQueue(db);
    const { key } = await openAudit(configuration, storage);
    const request: AuditExport =
      format === 'ocsf'
        ? { format, from: Number(from ?? 0) }
        : { format, key, ...(incident && { incidentId: incident }) };
    for await (const line of exportAudit(db, request)) {
      world.signal.throwIfAborted();
      if (!world.stdout.write(line)) await once(world.stdout, 'drain');
    }
    return EXIT.done;
  });
