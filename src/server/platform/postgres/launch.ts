import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './prepareBinaries.ts';

/** What a program of PostgreSQL is run with. */
export interface Setup {
  binaries: Binaries;
  account: Account | undefined;
}

/** Where the descriptor of the cluster's folder arrives: the first after the standard three. */
const INHERITED = 3;

/**
 * Starts a program of PostgreSQL on a cluster's folder. Output is UTF-8 on `stdout` and `stderr`; `input` goes to `stdin`.
 *
 * Root's folders are often closed to everyone else (/root itself is), so the account that root runs PostgreSQL under
 * could not walk to the cluster. It is handed the open folder instead, and reaches it by its descriptor.
 *
 * It gets a process group of its own: Ctrl-C in a terminal is for us, and we end PostgreSQL last.
 */
export function launch(
  program: 'initdb' | 'postgres',
  clusterFolder: string,
  { binaries, account }: Setup,
  { args = [], input }: { args?: readonly string[]; input?: string } = {},
): ChildProcess {
  const isHandedOver = account !== undefined && process.platform === 'linux';
  const descriptor = isHandedOver ? openSync(clusterFolder, 'r') : undefined;
  const folder = isHandedOver ? `/proc/self/fd/${INHERITED}` : clusterFolder;
  try {
    const child = spawn(
      join(binaries.folder, program),
      [...args.slice(0, 1), '-D', folder, ...args.slice(1)],
      {
        stdio: [
          input === undefined ? 'ignore' : 'pipe',
          'pipe',
          'pipe',
          ...(descriptor === undefined ? [] : [descriptor]),
        ],
        cwd: '/',
        // Nothing of our environment: PGDATA and its like would change what is run.
        env: { LC_ALL: 'C', TZ: 'UTC' },
        detached: true,
        ...account,
      },
    );
    child.stdin?.end(input);
    return child;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Runs a program to its end and gives what it wrote; throws with that when it fails or cannot be started. */
export async function runToEnd(child: ChildProcess, signal: AbortSignal | undefined): Promise<string> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', text => {
      output += text;
    });
  }
  // The whole group: initdb has a server of its own at work.
  const kill = (): void => killGroup(child.pid);
  signal?.addEventListener('abort', kill);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal?.throwIfAborted();
    if (code !== 0) throw new Error(output.trim());
    return output;
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
