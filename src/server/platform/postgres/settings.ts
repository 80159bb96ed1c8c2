import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './writeWhole.ts';

/**
 * How a thousand files are put on the disk when a cluster is made, and before one is recovered: in one call where there
 * is one, which was measured to be several times as fast as file by file.
 */
export const SYNC_METHOD = process.platform === 'linux' ? 'syncfs' : 'fsync';

/**
 * Tuned to be small beside the application and never to trade durability; who needs more brings DATABASE_URL.
 * Times and sizes as PostgreSQL reads them.
 */
const SETTINGS = {
  // Reached through the socket only.
  listen_addresses: '',
  unix_socket_permissions: '0700',

  // A commit that was answered is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // Little memory when idle: buffers take none before something is read into them.
  shared_buffers: '128MB',
  huge_pages: 'off',
  max_connections: '60',
  io_method: 'sync',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  autovacuum_max_workers: '2',
  jit: 'off',

  // Little to read again after a crash: ready within seconds.
  max_wal_size: '256MB',
  min_wal_size: '64MB',
  recovery_init_sync_method: SYNC_METHOD,

  // Read by us. No statement, and no row in a detail, may get into a log.
  log_destination: 'stderr',
  log_line_prefix: '',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',

  default_text_search_config: 'pg_catalog.english',
} as const;

/** Settings by name, in addition to ours or instead of them. */
export type Settings = Readonly<Record<string, string>>;

/** Read last when it is there. Put there and away by its name, which needs no room on a full disk. */
const READ_ONLY = { on: 'read-only.conf', off: 'read-only.conf.off' } as const;

/**
 * Writes a cluster's settings. Done before every start, so that a newer Afterword brings its own.
 *
 * Who can reach the socket is let in: it lies in a folder that only we can enter, and who else could is root or owns the
 * cluster's files anyway. Any other way in is closed.
 */
export async function writeSettings(clusterFolder: string, settings: Settings): Promise<void> {
  const lines = Object.entries({ ...SETTINGS, ...settings }).map(
    ([name, value]) => `${name} = ${quote(value)}\n`,
  );
  const header = '# Written by Afterword at every start; "alter system" adds to it.\n';
  const files = {
    'postgresql.conf': `${header}${lines.join('')}include_if_exists = '${READ_ONLY.on}'\n`,
    'pg_hba.conf': 'local all all trust\n',
    [(await isReadOnly(clusterFolder)) ? READ_ONLY.on : READ_ONLY.off]:
      'default_transaction_read_only = on\n',
  };
  for (const [name, text] of Object.entries(files)) await writeWhole(join(clusterFolder, name), text);
}

/** Whether the cluster refuses changes. */
export async function isReadOnly(clusterFolder: string): Promise<boolean> {
  return (await stat(join(clusterFolder, READ_ONLY.on)).catch(() => undefined)) !== undefined;
}

/** Lets the cluster refuse changes, or accept them, from its next start or reload on. */
export async function setReadOnly(clusterFolder: string, to: 'on' | 'off'): Promise<void> {
  const from = to === 'on' ? 'off' : 'on';
  await rename(join(clusterFolder, READ_ONLY[from]), join(clusterFolder, READ_ONLY[to]));
}

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
