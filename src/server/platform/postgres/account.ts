import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PostgresUnavailable } from './postgresUnavailable.ts';

/** The user under whom PostgreSQL runs when we are root, as whom it refuses to. */
export interface Account {
  uid: number;
  gid: number;
}

/** Accounts that own nothing on the machine, or a PostgreSQL already. */
const FALLBACKS = ['postgres', 'nobody'];

/**
 * Who runs the database: undefined for ourselves. For root it is the owner of the cluster, so that it stays the same
 * over restarts; else the owner of the data folder; else an unprivileged account of the system.
 */
export async function chooseAccount(clusterFolder: string, dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await ownerOf(clusterFolder);
  if (owner && owner.uid !== 0) return owner;
  // initdb wants the account to have a name.
  const named = await namedAccounts();
  const folderOwner = await ownerOf(dataFolder);
  const chosen =
    Array.from(named.values()).find(({ uid }) => uid !== 0 && uid === folderOwner?.uid) ??
    FALLBACKS.map(name => named.get(name)).find(account => account !== undefined);
  if (chosen) return chosen;
  throw new PostgresUnavailable(
    'PostgreSQL does not run as root, and there is no user "nobody" to run it as. ' +
      'Start Afterword as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Whether the account may read what stands at `path`, and walk to it. Ourselves (undefined): yes. */
export async function isReachable(path: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true;
  return allows(await stat(path), account, 0o4) && (await canEnter(dirname(path), account));
}

/** Whether the account may walk to a folder and into it. Ourselves (undefined): yes. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true;
  if (!allows(await stat(folder), account, 0o1)) return false;
  return folder === dirname(folder) || canEnter(dirname(folder), account);
}

function allows(
  { uid, gid, mode }: { uid: number; gid: number; mode: number },
  account: Account,
  wanted: number,
): boolean {
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const { uid, gid } = (await stat(path).catch(() => undefined)) ?? {};
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Lines such as `nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin`. */
async function namedAccounts(): Promise<Map<string, Account>> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return new Map(
    text
      .split('\n')
      .map(line => line.split(':'))
      .filter(([, , uid, gid]) => /^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? ''))
      .map(([name, , uid, gid]) => [name!, { uid: Number(uid), gid: Number(gid) }]),
  );
}
