import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../../recorder/createFolder.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';

/** A server, and the token of the person who asks. */
export interface Login {
  server: string;
  token: string | undefined;
}

/** Writes the login where only its owner can read it; a half-written one never stands there. */
export async function writeLogin(file: string, login: Login): Promise<void> {
  await createFolder(dirname(file));
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
  await rename(fresh, file);
}

/** Forgets the login; there may be none. */
export const removeLogin = (file: string): Promise<void> => rm(file, { force: true });

/**
 * The server to ask, by option, environment or login, in this order. A token that was kept for one server is never
 * sent to another.
 *
 * @throws CommandFailed when no server is named, or the address is none
 */
export async function findLogin(world: World, option: string | undefined): Promise<Login> {
  const kept = await readLogin(world.loginFile);
  const { AFTERWORD_SERVER: named, AFTERWORD_TOKEN: token } = world.environment;
  const server = originOf(option ?? named ?? kept?.server);
  return { server, token: token ?? (kept?.server === server ? kept.token : undefined) };
}

async function readLogin(file: string): Promise<Login | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Login;
  } catch {
    throw new CommandFailed(`${file} is not a login: remove it, then use \`afterword login\` again.`);
  }
}

/** `https://afterword.example.org` of any address on it. Throws CommandFailed. */
export function originOf(address: string | undefined): string {
  if (!address)
    throw new CommandFailed(
      'which server? Use `afterword login --server https://… --token -`, or set AFTERWORD_SERVER and AFTERWORD_TOKEN.',
      EXIT.usage,
    );
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new CommandFailed(
      `${address} is no address of a server: write it as https://afterword.example.org`,
      EXIT.usage,
    );
  return url.origin;
}
