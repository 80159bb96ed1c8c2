/**
 * Every figure that the README claims, measured again.
 *
 *     npm run bench                       what needs no data of others
 *     npm run bench -- --data FOLDER      all; FOLDER holds nezha/, loghub/, secrets/ and pii/ (see CONTRIBUTING.md)
 *     npm run bench -- --only ingest,clocks [--data FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
const data = values.data ?? '';
const scratch = mkdtempSync(join(tmpdir(), 'afterword-bench-'));

/** Name → scripts with their arguments; an argument that is a path of the data set decides whether it can run. */
const BENCHES: Record<string, readonly (readonly [script: string, ...args: string[]])[]> = {
  ingest: [['ingest.ts']],
  redaction: [['redaction.ts']],
  secrets: [['secrets.ts', join(data, 'secrets/cases.json.gz')]],
  'personal data': [['pii.ts', join(data, 'pii/sentences.json')]],
  readers: [['readers.ts', join(data, 'loghub')]],
  clocks: [['clocks.ts', nezha('rca_data/2023-01-30')]],
  suspects: [['suspects.ts', nezha('')]],
  postgres: [['postgres.ts']],
  killing: [['killing.ts']],
  server: [['server.ts']],
  audit: [['audit.ts']],
  search: [['search.ts']],
  timeline: [['timeline.ts']],
  interactions: [['interactions.ts']],
  lighthouse: [['lighthouse.ts']],
  storage: [['storage.ts', nezha('rca_data/2023-01-30/log')]],
};

/** A folder of the Nezha set, unpacked on first use. */
function nezha(folder: string): string {
  const archive = join(data, 'nezha/trainticket-2023-01-30.tar.gz');
  const unpacked = join(scratch, 'nezha');
  if (existsSync(archive) && !existsSync(join(scratch, 'rca_data')))
    spawnSync('tar', ['xzf', archive, '-C', scratch]);
  return existsSync(join(scratch, 'rca_data')) ? join(scratch, folder) : unpacked;
}

try {
  const chosen = values.only?.split(',') ?? Object.keys(BENCHES);
  for (const [name, scripts] of Object.entries(BENCHES)) {
    if (!chosen.includes(name)) continue;
    process.stdout.write(`\n── ${name}\n`);
    for (const [script, ...args] of scripts) {
      const missing = args.find(argument => !existsSync(argument));
      if (missing !== undefined) {
        process.stdout.write('  needs --data\n');
        continue;
      }
      spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL(script, import.meta.url)), ...args],
        { stdio: 'inherit' },
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
