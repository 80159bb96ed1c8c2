import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readOrMakePerson, signIn } from '../src/cli/demo/signUp.ts';
import type { Client } from '../src/client/createClient.ts';
import { buildApp } from '../tools/buildApp.ts';

/** The demonstration with its incident, as `npm start` shows it, in a process of its own. */
export interface Demo {
  address: string;
  client: Client;
  /** A session of the one who is shown around, as a header and by name and value. */
  cookie: string;
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');

/** Builds the web app if need be, starts the demonstration in a folder and signs in. */
export async function startDemo(folder: string): Promise<Demo> {
  await buildApp();
  const child = spawn(process.execPath, [MAIN, 'demo', '--data', folder, '--port', '46930', '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    address ??= /Afterword is at\s+(\S+)/.exec(line)?.[1];
    if (/password/.test(line)) break;
  }
  child.stdout.resume();
  if (!address) throw new Error('the demonstration did not start');
  try {
    return { address, stop, ...(await signIn(address, await readOrMakePerson(folder))) };
  } catch (error) {
    await stop();
    throw error;
  }
}
