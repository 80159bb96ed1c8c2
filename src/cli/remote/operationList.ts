import { commandWord, featureWord } from '../../contract/commandWord.ts';
import { listOperations } from '../../contract/listOperations.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';

/** `afterword operations`: what a server can be asked for, by feature. */
export function listCommands(world: World, feature: string | undefined, { json }: { json?: true }): number {
  const all = listOperations().filter(
    operation => feature === undefined || featureWord(operation) === feature,
  );
  if (all.length === 0)
    throw new CommandFailed(
      `nothing is called ${feature}. \`afterword operations\` lists everything.`,
      EXIT.usage,
    );
  if (json) {
    const rows = all.map(({ name, method, path, effect, may, summary }) => ({
      name,
      method,
      path,
      effect,
      may,
      summary,
    }));
    world.stdout.write(`${JSON.stringify(rows)}\n`);
    return EXIT.done;
  }
  const rows = all.map(
    operation => [`${featureWord(operation)} ${commandWord(operation)}`, operation.summary] as const,
  );
  const size = Math.max(...rows.map(([command]) => command.length)) + 2;
  world.stdout.write(rows.map(([command, summary]) => `${command.padEnd(size)}${summary}\n`).join(''));
  return EXIT.done;
}
