import { Command, CommanderError, Option } from 'commander';
import { VERSION } from '../recorder/version.ts';
import { addEvidenceCommands } from './evidence/addEvidenceCommands.ts';
import { EXIT } from './exit.ts';
import { explainFailure } from './explainFailure.ts';
import { addAccountCommands } from './remote/addAccountCommands.ts';
import { asksServer } from './remote/asksServer.ts';
import { addServerCommands } from './serverCommands.ts';
import type { World } from './world.ts';

const EXIT_CODES = `
Exit codes: 0 done · 1 found what the command exists to report · 2 wrong usage or configuration · 3 an input cannot
be read or an output cannot be written · 4 the server refused · 5 the server cannot be reached or cannot answer now ·
130 interrupted.`;

const ASKING = `
Asking a server:  afterword login --server https://… --token -
                  afterword services list --tier 1 --json
                  afterword operations    lists all that can be asked for`;

const timeOptions = (command: Command): Command =>
  command
    .option(
      '--tz <zone>',
      'zone of stamps that do not say theirs, e.g. Europe/Berlin or +02:00 (default: inferred from other sources, else UTC)',
    )
    .addOption(
      new Option('--until <time>', 'the end of the incident; dates stamps without a year').hideHelp(),
    );

const windowOptions = (command: Command): Command =>
  command
    .option('--from <time>', 'start of the incident, e.g. 2023-01-30T11:51:46Z')
    .option('--to <time>', 'end of the incident');

/** The commands. Each loads its own code when it is run, so that `--help` and `verify` need not wait for the engine. */
export function buildProgram(world: World, finish: (exitCode: number) => void): Command {
  const program = new Command('afterword')
    .description(
      'From a folder of evidence to a postmortem draft: redacted, on one clock, every sentence tied to its evidence.',
    )
    .version(VERSION)
    .addHelpText('after', EXIT_CODES)
    .addHelpText('after', ASKING)
    .addHelpText('after', '\nStart with:  afterword draft ./incident --out ./postmortem');

  windowOptions(
    timeOptions(
      program
        .command('draft')
        .argument('<path...>', 'files, folders and archives; formats are found by content'),
    ),
  )
    .description('write a postmortem draft: postmortem.md, postmortem.html, bundle.json and evidence/')
    .requiredOption('--out <dir>', 'folder to write; must not exist yet, or be empty')
    .option('--title <title>', 'title of the postmortem')
    .option('--force', 'replace a draft that is already there')
    .addOption(
      new Option('--originals <how>', 'keep the originals encrypted in the draft, or only refer to them')
        .choices(['seal', 'reference'])
        .default('seal'),
    )
    .option(
      '--key <file>',
      'key file for seals and tokens; made when it does not exist (default: ~/.afterword/key)',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExample:  afterword draft logs/ traces.json alert.json --out ./postmortem --title "Checkout down" --tz Europe/Berlin',
    )
    .action(async (paths, options) =>
      finish(await (await import('./commands/draft.ts')).draft(world, paths, options)),
    );

  timeOptions(program.command('records').argument('<path...>', 'files, folders and archives'))
    .description('write the merged, redacted, clock-corrected records, in time order')
    .requiredOption('--out <file>', 'a name that ends in .parquet, .ndjson or .csv')
    .option('--key <file>', 'key file for tokens (default: a new key for each run)')
    .option('--raw-clocks', 'leave every clock as it is')
    .option('--json', 'print the coverage as JSON')
    .addHelpText('after', '\nExample:  afterword records logs/ --out records.parquet')
    .action(async (paths, options) =>
      finish(await (await import('./commands/records.ts')).records(world, paths, options)),
    );

  program
    .command('redact')
    .argument('[path]', 'a text file, or - for standard input', '-')
    .description(
      'replace secrets and personal data by stable typed tokens, line for line, on standard output',
    )
    .option(
      '--report <file>',
      'write every replacement (place, rule, kind, token; never a value) as JSON lines',
    )
    .option(
      '--key <file>',
      'key file for tokens, to get the same tokens again (default: a new key for each run)',
    )
    .option('--out <file>', 'write here instead of standard output')
    .addHelpText(
      'after',
      '\nExample:  kubectl logs deploy/web | afterword redact - --report replaced.jsonl > web.log',
    )
    .action(async (path, options) =>
      finish(await (await import('./commands/redact.ts')).redact(world, path, options)),
    );

  timeOptions(program.command('clocks').argument('<path...>', 'files, folders and archives'))
    .description('print offset, drift and uncertainty of each clock, and evidence that contradicts itself')
    .option('--json', 'print as JSON')
    .action(async (paths, options) =>
      finish(await (await import('./commands/clocks.ts')).clocks(world, paths, options)),
    );

  windowOptions(timeOptions(program.command('suspects').argument('<path...>', 'files, folders and archives')))
    .description('rank likely causes: service, kind, reason, evidence')
    .option('--json', 'print as JSON')
    .action(async (paths, options) =>
      finish(await (await import('./commands/suspects.ts')).suspects(world, paths, options)),
    );

  program
    .command('verify')
    .argument('<dir>', 'a folder that `draft` wrote')
    .description('prove that a draft’s evidence is untouched, or say exactly what was touched')
    .option('--key <file>', 'key file that sealed it (default: ~/.afterword/key)')
    .option('--json', 'print as JSON')
    .action(async (folder, options) =>
      finish(await (await import('./commands/verify.ts')).verify(world, folder, options)),
    );

  program
    .command('unseal')
    .argument('<dir>', 'a folder that `draft` wrote')
    .argument('<path>', 'name of an original, as the manifest has it')
    .description('open a sealed original')
    .requiredOption('--out <file>', 'file to write; must not exist yet')
    .option('--key <file>', 'key file that sealed it (default: ~/.afterword/key)')
    .action(async (folder, path, options) =>
      finish(await (await import('./commands/unseal.ts')).unseal(world, folder, path, options)),
    );

  program
    .command('demo')
    .description('run the whole product on this machine, with a real incident in it')
    .option('--port <number>', 'port on this machine; another one if it is taken', '4600')
    .option('--data <dir>', 'where it is kept (default: ~/.afterword/demo)')
    .option('--fresh', 'throw away what an earlier demonstration kept')
    .option('--no-open', 'do not open the browser')
    .action(async options => finish(await (await import('./commands/demo.ts')).demo(world, options)));

  addServerCommands(program, { world, finish });
  addAccountCommands(program, { world, finish });
  addEvidenceCommands(program, { world, finish });

  for (const command of withAllBelow(program)) {
    command.exitOverride().configureOutput({
      writeOut: text => void world.stdout.write(text),
      writeErr: text => void world.stderr.write(text),
    });
    command.showHelpAfterError('(add --help for what can be said)');
  }
  return program;
}

const withAllBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(withAllBelow)];

/** Runs one command line; returns its exit code. Never throws. */
export async function run(args: readonly string[], world: World): Promise<number> {
  let exitCode: number = EXIT.done;
  try {
    const program = buildProgram(world, code => {
      exitCode = code;
    });
    if (asksServer(program, args)) {
      const { addFeature } = await import('./remote/addFeature.ts');
      addFeature(program, args[0]!, { world, finish: code => (exitCode = code) });
    }
    if (args.length === 0) {
      world.stdout.write(program.helpInformation());
      return EXIT.usage;
    }
    await program.parseAsync(args as string[], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { message, exitCode: failed } = explainFailure(error, world.signal);
    world.stderr.write(`afterword: ${message}\n`);
    return failed;
  }
}
