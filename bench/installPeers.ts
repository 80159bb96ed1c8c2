import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs what the benchmarks compare with, unless it is there. */
export function installPeers(): void {
  const here = import.meta.dirname;
  const isThere = existsSync(join(here, 'node_modules', 'vis-timeline'));
  if (!isThere) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}
