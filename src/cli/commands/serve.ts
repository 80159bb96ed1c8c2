import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { startServer } from '../../server/startServer.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { withConfiguration } from './withConfiguration.ts';

/** Serves until it is told to stop; the log goes to standard output, one JSON object a line. */
export const serve = (world: World): Promise<number> =>
  withConfiguration(world, async (configuration, log) => {
    const server = await startServer(configuration, log);
    world.stderr.write(`Afterword listens at ${server.address}\n`);
    if (server.setupLink)
      world.stderr.write(`Nobody can sign in yet: make the first administrator at ${server.setupLink}\n`);
    // Else it is written when the process ends, and one that is killed never ends: each start would compile all again.
    flushCompileCache();
    if (!world.signal.aborted) await once(world.signal, 'abort');
    log.info('stopping');
    await server.stop();
    return EXIT.done;
  });
