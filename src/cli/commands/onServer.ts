import { type CommandPlatform, CommandRefused } from '../../server/commands/runCommand.ts';
import { withCommandPlatform } from '../../server/commands/withCommandPlatform.ts';
import { createLog } from '../../server/platform/createLog.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { withConfiguration } from './withConfiguration.ts';

/** What a command has to say: to a program, and to a person. */
export interface Said {
  value: unknown;
  /** Ends in a newline. */
  text: string;
}

/**
 * Runs a command of the server's machine and prints what it answers, as JSON when that is asked for.
 *
 * @throws CommandFailed with what the operator can do
 */
export const onServer = (
  world: World,
  { json }: { json?: boolean },
  run: (platform: CommandPlatform) => Promise<Said>,
): Promise<number> =>
  withConfiguration(world, async configuration => {
    try {
      const { value, text } = await withCommandPlatform(configuration, createLog('warn', world.stderr), run);
      world.stdout.write(json ? `${JSON.stringify(value)}\n` : text);
      return EXIT.done;
    } catch (error) {
      throw error instanceof CommandRefused ? new CommandFailed(error.message, EXIT.refused) : error;
    }
  });
