import { chmod, cp, lstat, mkdir, mkdtemp, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type Account, canEnter, isReachable } from './account.ts';
import type { BinariesPackage } from './findPackage.ts';
import { openToAll } from './openToAll.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';

/** PostgreSQL's programs, ready to be run by the account that was asked for. */
export interface Binaries {
  /** Folder with `initdb` and `postgres`. */
  folder: string;
  /** e.g. 18 */
  major: number;
}

/**
 * The programs of a package. They are run where npm put them, if `account` can reach them and the links between the
 * libraries are there (a script that npm may not have been allowed to run makes them) or can be made. Else they are
 * copied once to a folder where both is so: in the data folder, or, when root's data folder is closed to the account, in
 * the system's cache.
 */
export async function prepareBinaries(
  found: BinariesPackage,
  { dataFolder, account }: { dataFolder: string; account: Account | undefined },
): Promise<Binaries> {
  const major = Number.parseInt(found.version, 10);
  if (await isReady(found, account)) return { folder: join(found.root, 'native', 'bin'), major };
  for (const place of [
    join(dataFolder, 'postgres', 'binaries'),
    '/var/cache/afterword',
    join(tmpdir(), 'afterword-postgres'),
  ]) {
    if (!(await isSafePlace(place, account))) continue;
    const copy = join(place, `postgres-${found.platform}-${found.version}`);
    await copyOnce(found, copy);
    return { folder: join(copy, 'native', 'bin'), major };
  }
  throw new PostgresUnavailable(
    `PostgreSQL's programs in ${found.root} cannot be used by user ${account?.uid ?? process.getuid?.()}, and there is no ` +
      'folder to copy them to. Start Afterword as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

async function isReady(found: BinariesPackage, account: Account | undefined): Promise<boolean> {
  try {
    await makeLinks(found, found.root);
    for (const path of ['native/bin/postgres', 'native/lib', 'native/share/postgresql']) {
      if (!(await isReachable(join(found.root, path), account))) return false;
    }
    return await canEnter(join(found.root, 'native', 'lib'), account);
  } catch {
    return false;
  }
}

async function makeLinks({ links }: BinariesPackage, root: string): Promise<void> {
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), path).catch(ignoreExisting);
  }
}

/** Programs may only lie where nobody else can change them. */
async function isSafePlace(place: string, account: Account | undefined): Promise<boolean> {
  try {
    const isNew = (await mkdir(place, { recursive: true })) !== undefined;
    if (isNew) await chmod(place, 0o755);
    const { uid, mode } = await lstat(place);
    return uid === process.getuid?.() && (mode & 0o022) === 0 && (await canEnter(place, account));
  } catch {
    return false;
  }
}

/** Whole or not at all: two servers may do it at the same time, and either may die meanwhile. */
async function copyOnce(found: BinariesPackage, target: string): Promise<void> {
  if (await stat(target).catch(() => undefined)) return;
  const fresh = await mkdtemp(`${target}.`);
  try {
    await cp(join(found.root, 'native'), join(fresh, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: path => !path.endsWith('.a'),
    });
    await makeLinks(found, fresh);
    await openToAll(fresh);
    await rename(fresh, target).catch(ignoreExisting);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
