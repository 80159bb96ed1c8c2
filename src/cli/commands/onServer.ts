import { type CommandPlatform, CommandRefused } from '../../server/commands/runCommand.ts';
import { withCommandPlatform } from '../../server/commands/withCommandPlatform.ts';
import { createLog } from '../../server/platform/createLog.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { withConfiguration } from './withConfiguration.ts';

/**
 * Runs a command of the server's machine and prints what it answers.
 *
 * @throws CommandFailed with what the operator can do
 */
export const onServer = (
  world: World,
  run: (platform: CommandPlatform) => Promise<string>,
): Promise<number> =>
  withConfiguration(world, async configuration => {
    try {
      world.stdout.write(await withCommandPlatform(configuration, createLog('warn', world.stderr), run));
      return EXIT.done;
    } catch (error) {
      throw error instanceof CommandRefused ? new CommandFailed(error.message, EXIT.refused) : error;
    }
  });
