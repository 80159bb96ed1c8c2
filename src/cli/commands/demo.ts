import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeDraft } from '../describeDraft.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { serveFolder } from '../serveFolder.ts';
import type { World } from '../world.ts';
import { draftInto } from './draft.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/train-ticket/evidence', import.meta.url));

export interface DemoOptions {
  port: string;
  serve: boolean;
  out?: string;
}

/** `afterword demo`: drafts the incident that comes with Afterword, then shows it until Ctrl-C. */
export async function demo(world: World, { port, serve, out }: DemoOptions): Promise<number> {
  if (!existsSync(EXAMPLE))
    throw new CommandFailed('the example is not here; it comes with the source and with the package.');
  const folder = await mkdtemp(join(tmpdir(), 'afterword-demo-'));
  const target = out ?? join(folder, 'postmortem');
  const title = 'Train Ticket: searches took seconds';
  world.stdout.write(
    'Drafting a postmortem from examples/train-ticket/evidence: container logs, spans and metrics of 46 services.\n\n',
  );
  const bundle = await draftInto(world, [EXAMPLE], {
    out: target,
    title,
    originals: 'seal',
    key: join(folder, 'key'),
  });
  world.stdout.write(describeDraft(target, bundle));
  if (!serve) return EXIT.done;
  const server = await listen(target, Number(port));
  world.stdout.write(
    `\nOpen http://127.0.0.1:${(server.address() as AddressInfo).port}/ in your browser. Ctrl-C ends it.\n`,
  );
  if (!world.signal.aborted) await once(world.signal, 'abort');
  server.closeAllConnections();
  server.close();
  return EXIT.done;
}

/** On the port that was asked for, or on any free one when that is taken. */
async function listen(folder: string, port: number): ReturnType<typeof serveFolder> {
  try {
    return await serveFolder(folder, { port, index: 'postmortem.html' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serveFolder(folder, { port: 0, index: 'postmortem.html' });
  }
}
