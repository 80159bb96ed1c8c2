import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own with room for a few megabytes. */
export interface SmallDisk {
  folder: string;
  /** Gives it more room. */
  grow(megabytes: number): void;
  remove(): void;
}

/** Mounts one, or returns undefined where this user may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  return {
    folder,
    grow(megabytes) {
      execFileSync('mount', ['-o', `remount,size=${megabytes}m`, folder]);
    },
    remove() {
      execFileSync('umount', [folder]);
      rmdirSync(folder);
    },
  };
}
