import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process cost from start to end, as the operating system counts. */
export interface Cost {
  wallMs: number;
  /** Highest resident memory, MiB. */
  peakMb: number;
}

/** Runs a script of this folder in a Node of its own. The script prints its peak memory in KiB as its last line. Throws when it fails. */
export function processCost(script: string, args: readonly string[]): Promise<Cost> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // As the command line does.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'afterword-bench-compiled') },
  });
  let output = '';
  child.stdout.on('data', part => {
    output += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', code => {
      if (code !== 0) return reject(new Error(`${script} ended with ${code}: ${output}`));
      resolve({
        wallMs: performance.now() - started,
        peakMb: Number(output.trim().split('\n').at(-1)) / 1024,
      });
    });
  });
}

/** The middle value; of an even number of values, the upper of the two. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
