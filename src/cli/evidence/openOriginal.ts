import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RefusedError } from '../../client/refusedError.ts';
import type { Problem } from '../../contract/errors.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { findLogin } from '../remote/loginFile.ts';
import type { World } from '../world.ts';

export interface OriginalOptions {
  reason: string;
  out: string;
  server?: string;
}

/**
 * `afterword evidence original ID --reason … --out FILE`. The typed client would hold the whole file in memory, so the
 * answer is taken as the stream that it is; a file that arrived in part is not kept.
 */
export async function openOriginal(
  world: World,
  id: string,
  { reason, out, server: named }: OriginalOptions,
): Promise<number> {
  const { server, token } = await findLogin(world, named);
  const url = new URL(`/api/v1/evidence/${encodeURIComponent(id)}/original`, server);
  url.searchParams.set('reason', reason);
  const answer = await fetch(url, {
    signal: world.signal,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  if (!answer.ok || !answer.body) throw new RefusedError((await answer.json()) as Problem);
  const content = Readable.fromWeb(answer.body);
  if (out === '-') {
    await pipeline(content, world.stdout, { signal: world.signal, end: false });
    return EXIT.done;
  }
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  let isMine = false;
  file.once('open', () => {
    isMine = true;
  });
  try {
    await pipeline(content, file, { signal: world.signal });
  } catch (error) {
    if (isMine) await rm(out, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new CommandFailed(`${out} is there already. Give a new name with --out.`);
    throw error;
  }
  world.stdout.write(`${out}\n`);
  return EXIT.done;
}
