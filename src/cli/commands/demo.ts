import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolder } from '../../recorder/createFolder.ts';
import { readConfiguration } from '../../server/configuration.ts';
import { findPort } from '../../server/findPort.ts';
import { createLog } from '../../server/platform/createLog.ts';
import { startServer } from '../../server/startServer.ts';
import { seed } from '../demo/seed.ts';
import { anonymousClient, readOrMakePerson, signIn } from '../demo/signUp.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';

const EVIDENCE = fileURLToPath(new URL('../../../examples/train-ticket/evidence', import.meta.url));
const SETUP_TOKEN = 'the demonstration sets itself up';

export interface DemoOptions {
  port: string;
  data?: string;
  fresh?: boolean;
  open: boolean;
}

/** `afterword demo`: the whole product with a real incident in it, on this machine, until Ctrl-C. */
export async function demo(world: World, { port, data, fresh, open }: DemoOptions): Promise<number> {
  if (!existsSync(EVIDENCE))
    throw new CommandFailed('the example is not here; it comes with the source and with the package.');
  const folder = data ?? join(homedir(), '.afterword', 'demo');
  if (fresh) await rm(folder, { recursive: true, force: true });
  await createFolder(folder);
  const origin = `http://localhost:${await findPort('127.0.0.1', Number(port))}`;
  const server = await startServer(
    readConfiguration({
      AFTERWORD_DATA: join(folder, 'data'),
      AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
      AFTERWORD_PORT: new URL(origin).port,
      AFTERWORD_URL: origin,
      AFTERWORD_SETUP_TOKEN: SETUP_TOKEN,
      AFTERWORD_LOG_LEVEL: 'warn',
    }),
    createLog('warn', world.stderr),
  );
  try {
    const account = await readOrMakePerson(folder);
    await prepare(world, origin, folder, account);
    world.stdout.write(
      `\n  Afterword is at  ${origin}\n  sign in as       ${account.email}\n  password         ${account.password}\n\nCtrl-C ends it; what you did stays for the next time.\n`,
    );
    if (open)
      openBrowser(
        `${origin}/sign-in#${new URLSearchParams({ email: account.email, password: account.password })}`,
      );
    if (!world.signal.aborted) await once(world.signal, 'abort');
  } finally {
    await server.stop();
  }
  return EXIT.done;
}

/** Fills the server, once. */
async function prepare(
  world: World,
  origin: string,
  folder: string,
  account: Awaited<ReturnType<typeof readOrMakePerson>>,
): Promise<void> {
  const done = join(folder, 'seeded');
  if (existsSync(done)) return;
  const anonymous = anonymousClient(origin);
  if ((await anonymous.setup.status({})).isNeeded)
    await anonymous.setup.complete({ token: SETUP_TOKEN, ...account });
  const { client } = await signIn(origin, account);
  const { number } = await seed(client, {
    server: origin,
    evidence: EVIDENCE,
    say: line => void world.stdout.write(`${line}\n`),
  });
  await writeFile(done, number);
}

const OPENERS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'open',
  linux: 'xdg-open',
  win32: 'explorer',
};

/** Where there is no browser, the address that was printed has to do. */
function openBrowser(url: string): void {
  const opener = OPENERS[process.platform];
  if (opener)
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
}
