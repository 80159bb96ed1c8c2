import { type Command, Option } from 'commander';
import type { World } from './world.ts';

interface Context {
  world: World;
  finish(exitCode: number): void;
}

/** Adds what keeps a server's data safe: migrations, back-ups, the audit log, the doctor. */
export function addMaintenanceCommands(program: Command, context: Context): void {
  const { world, finish } = context;
  program
    .command('migrate')
    .description('bring the database to this version’s schema; `serve` does it too')
    .action(async () => finish(await (await import('./commands/migrate.ts')).migrate(world)));

  program
    .command('backup')
    .argument('<file>', 'file to write')
    .description('write everything to one file, as it is at one instant; the server may go on')
    .option('--with-secrets', 'take the server’s keys along; needs AFTERWORD_BACKUP_KEY')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nAFTERWORD_BACKUP_KEY encrypts it.\nExample:  afterword backup /mnt/backups/$(date +%F).afterword',
    )
    .action(async (file, options) =>
      finish(await (await import('./commands/backup.ts')).backup(world, file, options)),
    );

  program
    .command('restore')
    .argument('<file>', 'what `afterword backup` wrote')
    .description('make everything of a back-up again, after checking all of it; no server may run')
    .option('--force', 'replace what is there; it is gone then')
    .option('--json', 'print the result as JSON')
    .action(async (file, options) =>
      finish(await (await import('./commands/restore.ts')).restore(world, file, options)),
    );

  program
    .command('doctor')
    .description('look at everything that a server needs, and say what to do')
    .option('--full', 'read every object, not a sample')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExit code 1: something is wrong.')
    .action(async options => finish(await (await import('./commands/doctor.ts')).doctor(world, options)));

  addAudit(program.command('audit').description('the audit log of the server on this machine'), context);
}

function addAudit(audit: Command, { world, finish }: Context): void {
  audit
    .command('export')
    .description('write the log as lines to standard output')
    .addOption(
      new Option('--format <format>', 'what `audit verify` checks, or events for a SIEM')
        .choices(['jsonl', 'ocsf'])
        .default('jsonl'),
    )
    .option('--incident <id>', 'only entries of one incident, each with its proof')
    .option('--from <index>', 'of OCSF: begin at this entry')
    .addHelpText('after', '\nExample:  afterword audit export > audit.jsonl')
    .action(async options =>
      finish(await (await import('./commands/auditExport.ts')).auditExport(world, options)),
    );
  audit
    .command('verify')
    .argument('<file>', 'an export, or - for standard input')
    .description('prove that an export is as it was written, or name the first bad entry; needs no server')
    .option('--checkpoints <path>', 'folder of checkpoints that the server wrote, or one of its files')
    .option('--key <file>', 'file with the log’s public key')
    .option('--json', 'print as JSON')
    .action(async (file, options) =>
      finish(await (await import('./commands/auditVerify.ts')).auditVerify(world, file, options)),
    );
  audit
    .command('checkpoint')
    .description('sign the log as it is now, outside the data folder')
    .action(async () => finish(await (await import('./commands/auditCheckpoint.ts')).auditCheckpoint(world)));
  audit
    .command('rotate-key')
    .description('hand the log over to a new signing key, on record and signed by both; no server may run')
    .option('--json', 'print the keys as JSON')
    .action(async options =>
      finish(await (await import('./commands/auditRotateKey.ts')).auditRotateKey(world, options)),
    );
}
