/**
 * How small frozen records are: a folder's logs as they were found against the Parquet file that holds their records.
 *
 *     node bench/storage.ts FOLDER
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processCost } from './processCost.ts';

const BAR = 20;
const folder = process.argv[2]!;
const scratch = mkdtempSync(join(tmpdir(), 'afterword-storage-'));
try {
  const out = join(scratch, 'records.parquet');
  await processCost(fileURLToPath(new URL('./child/records.ts', import.meta.url)), [folder, out]);
  const found = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const frozen = statSync(out).size;
  const ratio = found / frozen;
  process.stdout.write(
    `storage: ${(found / 1e6).toFixed(1)} MB of logs → ${(frozen / 1e6).toFixed(2)} MB of Parquet, ${ratio.toFixed(1)} : 1 (bar ${BAR} : 1: ${ratio >= BAR ? 'met' : 'NOT met'})\n`,
  );
} finally {
  rmSync(scratch, { recursive: true });
}
