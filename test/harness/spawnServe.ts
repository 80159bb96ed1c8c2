import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readPostmaster } from '../../src/server/platform/postgres/postmaster.ts';

/** Variables of a server's configuration. */
export type Environment = Readonly<Record<string, string>>;

/** A server in a process of its own: what `afterword serve` runs. */
export interface Served {
  address: string;
  /** Milliseconds from its start to where it listens. */
  readyAfter: number;
  process: ChildProcess;
  /** All that it has written to its log. */
  log(): string;
  /** `kill -9` of it, of its PostgreSQL and of every process below them, as if the power had gone. */
  kill(): Promise<void>;
  /** Ends it as an operator would; gives its exit code. */
  stop(): Promise<number | null>;
}

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Starts a server on a free port and waits until it listens. Rejects with its last words when it ends instead. */
export async function spawnServe(environment: Environment): Promise<Served> {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, AFTERWORD_PORT: '0', ...environment },
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    log += text;
  });
  const gone = once(child, 'exit');
  const address = await Promise.race([
    findAddress(child),
    gone.then(([code]) => Promise.reject(new Error(`the server ended with ${code}: ${log.slice(-2_000)}`))),
  ]);
  return {
    address,
    readyAfter: performance.now() - began,
    process: child,
    log: () => log,
    async kill() {
      const pids = await familyOf(child.pid!, environment.AFTERWORD_DATA!);
      for (const pid of pids) endAtOnce(pid);
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}

async function findAddress(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const line of createInterface({ input: child.stderr! })) {
    said += `${line}\n`;
    const address = /listens at (\S+)/.exec(line)?.[1];
    if (address) {
      child.stderr!.resume();
      return address;
    }
  }
  throw new Error(`the server did not listen. It said: ${said}`);
}

/** The server first, so that it cannot start anything again. */
async function familyOf(server: number, dataFolder: string): Promise<number[]> {
  const postmaster = await readPostmaster(join(dataFolder, 'postgres', 'cluster'));
  const roots = [server, ...(postmaster ? [postmaster.pid] : [])];
  const parents = await readParents();
  const family = [...roots];
  for (const pid of family)
    for (const [child, parent] of parents) if (parent === pid && !family.includes(child)) family.push(child);
  return family;
}

/** Process id → id of its parent, as Linux tells it; elsewhere children are left to notice that their parent is gone. */
async function readParents(): Promise<Map<number, number>> {
  const names = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name));
  const pairs = await Promise.all(
    names.map(async name => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      return [Number(name), Number(/\) \S (\d+)/.exec(stat)?.[1] ?? 0)] as const;
    }),
  );
  return new Map(pairs);
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
