import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what a benchmark compares with or is judged by, unless it is there. It stands in a package of its own, so that
 * nobody else has to download it.
 *
 * @param folder of the package, below this one
 */
export function installPeers(folder = '.'): void {
  const here = join(import.meta.dirname, folder);
  // npm writes it last.
  if (existsSync(join(here, 'node_modules', '.package-lock.json'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}
