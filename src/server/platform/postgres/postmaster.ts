import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { writeWhole } from './writeWhole.ts';

/** What PostgreSQL's main process says about itself. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  /** It accepts connections. */
  isReady: boolean;
}

const POLL_MS = 10;
/** How long each way of ending it is given, the gentle first: sessions ended and all written; at once; by force. */
const ENDINGS = [
  { signal: 'SIGINT', forMs: 15_000 },
  { signal: 'SIGQUIT', forMs: 5_000 },
  { signal: 'SIGKILL', forMs: 5_000 },
] as const;

/**
 * Reads `postmaster.pid` of a cluster; undefined when there is none or it is only half written. The process in it may
 * have died since. Its lines: process id, folder, start time, port, socket folder, address, shared memory, status.
 */
export async function readPostmaster(clusterFolder: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(pidFile(clusterFolder), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketFolder: lines[4]?.trim() ?? '', isReady: lines[7]?.trim() === 'ready' };
}

/** Ends a PostgreSQL, gently if it lets us, and waits until it is gone. */
export async function endProcess(pid: number, isRunning: () => boolean | Promise<boolean>): Promise<void> {
  for (const { signal, forMs } of ENDINGS) {
    if (!(await isRunning())) return;
    send(pid, signal);
    const nextAt = performance.now() + forMs;
    while ((await isRunning()) && performance.now() < nextAt) await wait(POLL_MS);
  }
}

/**
 * Lets PostgreSQL start although the process id in its file was given to somebody else since. It takes its parent's id
 * for a stale one, so ours is put there; the rest stays, because by it PostgreSQL finds processes of the last run that
 * are still writing.
 */
export async function disownPidFile(clusterFolder: string): Promise<void> {
  const text = await readFile(pidFile(clusterFolder), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (pid > 0 && send(pid, 0))
    await writeWhole(pidFile(clusterFolder), text.replace(/^.*/, String(process.pid)));
}

/**
 * Whether a process runs PostgreSQL on this cluster. Its number alone proves nothing: it may be another program's by now,
 * or a dead process that nobody waited for.
 */
export async function isPostmasterOf(pid: number, clusterFolder: string): Promise<boolean> {
  const folder = await realpath(clusterFolder);
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === folder;
  }
  const listed = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(
    () => undefined,
  );
  return listed?.stdout.includes(clusterFolder) ?? false;
}

/** Whether the process exists and could be sent the signal; 0 only asks. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

const pidFile = (clusterFolder: string): string => join(clusterFolder, 'postmaster.pid');
