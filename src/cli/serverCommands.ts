import type { Command } from 'commander';
import { addMaintenanceCommands } from './maintenanceCommands.ts';
import { addPeopleCommands } from './peopleCommands.ts';
import type { World } from './world.ts';

/** Adds the commands of the machine that the server runs on. They read their configuration from the environment. */
export function addServerCommands(
  program: Command,
  { world, finish }: { world: World; finish(exitCode: number): void },
): void {
  program
    .command('serve')
    .description('run the server; without DATABASE_URL it brings its own PostgreSQL')
    .addHelpText('after', '\nIts configuration is in environment variables: see docs/guide/configuration.md.')
    .action(async () => finish(await (await import('./commands/serve.ts')).serve(world)));

  addPeopleCommands(program, { world, finish });
  addMaintenanceCommands(program, { world, finish });
}
