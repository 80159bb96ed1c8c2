import type { Command } from 'commander';
import type { World } from '../world.ts';

/** Adds the commands that carry evidence to a server and from it; the others about evidence follow from the contract. */
export function addEvidenceCommands(
  program: Command,
  { world, finish }: { world: World; finish(exitCode: number): void },
): void {
  const evidence = program.command('evidence').description('ask a server about evidence');

  evidence
    .command('upload')
    .argument('<incident>', 'an id, or a number such as INC-12')
    .argument('<path...>', 'files and folders')
    .description('put files on an incident; after a break the same command goes on where it was')
    .option('--wait', 'until the server has read them, with its progress')
    .option('--json', 'print the evidence as JSON')
    .option('--server <address>', 'server to ask instead of the usual one')
    .addHelpText('after', '\nExample:  afterword evidence upload INC-12 logs/ traces.json --wait')
    .action(async (incident, paths, options) =>
      finish(await (await import('./uploadEvidence.ts')).uploadEvidence(world, incident, paths, options)),
    );

  evidence
    .command('original')
    .argument('<id>', 'of the evidence')
    .description('open a sealed original; custodians only, on record')
    .requiredOption('--reason <text>', 'why, for the record')
    .requiredOption('--out <file>', 'file to write, which must not exist yet, or - for standard output')
    .option('--server <address>', 'server to ask instead of the usual one')
    .action(async (id, options) =>
      finish(await (await import('./openOriginal.ts')).openOriginal(world, id, options)),
    );
}
