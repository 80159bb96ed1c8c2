import { text } from 'node:stream/consumers';
import { RefusedError } from '../../client/refusedError.ts';
import { listOperations } from '../../contract/listOperations.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { callerOf } from './callOperation.ts';
import { type Login, originOf, removeLogin, writeLogin } from './loginFile.ts';

/** `afterword login`: keeps server and token once the server has taken the token. */
export async function login(world: World, options: { server: string; token: string }): Promise<number> {
  const token = (options.token === '-' ? await text(world.stdin) : options.token).trim();
  if (token === '') throw new CommandFailed('there is no token on standard input.', EXIT.usage);
  const made = { server: originOf(options.server), token };
  await tryToken(made, world.signal);
  await writeLogin(world.loginFile, made);
  world.stdout.write(
    `Asking ${made.server} from now on; kept in ${world.loginFile}, readable by you alone.\n`,
  );
  if (made.server.startsWith('http:') && !/^http:\/\/(?:localhost|127\.|\[::1\])/.test(made.server))
    world.stderr.write('afterword: this address is not encrypted: others on the way can read the token.\n');
  return EXIT.done;
}

/** `afterword logout`. */
export async function logout(world: World): Promise<number> {
  await removeLogin(world.loginFile);
  world.stdout.write(
    'Forgotten. The token itself still works until it is revoked: `afterword tokens revoke`.\n',
  );
  return EXIT.done;
}

/** Asks for what any account may read. A token whose scopes are narrower is known all the same. */
async function tryToken(made: Login, signal: AbortSignal): Promise<void> {
  const harmless = listOperations().find(
    ({ effect, may, pathFields, isStream }) =>
      effect === 'read' && may !== 'anyone' && pathFields.length === 0 && !isStream,
  );
  try {
    await callerOf(made, signal)(harmless!, {});
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'forbidden') throw error;
  }
}
