import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readOutside } from '../../verifier/readOutside.ts';
import type { ExportReport, Fault } from '../../verifier/report.ts';
import { NotAnExport, verifyExport } from '../../verifier/verifyExport.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { explainSystemError } from './explainSystemError.ts';

export interface AuditVerifyOptions {
  /** A folder of checkpoints that the server wrote, or one checkpoint file. */
  checkpoints?: string;
  /** A file that holds the log's public key. */
  key?: string;
  json?: boolean;
}

/**
 * `afterword audit verify FILE`: whether an export of the audit log is as it was written; exit code 1 when it is not.
 * Works without server, database and network. `-` reads standard input.
 */
export async function auditVerify(world: World, file: string, options: AuditVerifyOptions): Promise<number> {
  const { publicKey: keyBeside, ...outside } = options.checkpoints
    ? await orFail(readOutside(options.checkpoints))
    : { checkpoints: [] };
  const publicKey = options.key ? await orFail(readFile(options.key, 'utf8')) : keyBeside;
  const stream = file === '-' ? world.stdin : createReadStream(file, { signal: world.signal });
  const report = await orFail(verifyExport(stream, { ...outside, publicKey }));
  world.stdout.write(options.json ? `${JSON.stringify(report)}\n` : describe(file, report));
  return report.firstBad ? EXIT.findings : EXIT.done;
}

/** A file that is missing or is something else ends the command with a sentence. */
async function orFail<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const known = error instanceof NotAnExport ? error.message : explainSystemError(error);
    throw known === undefined ? error : new CommandFailed(known);
  }
}

const KEYS: Record<ExportReport['key']['source'], string> = {
  given: 'The key was given from outside the export.',
  'the export itself':
    'The key is the one that the export names. Whoever made all of it again would have named another: give the key with --key, or the folder of checkpoints with --checkpoints.',
};

function describe(file: string, report: ExportReport): string {
  const { firstBad, key } = report;
  const verdict = firstBad ? describeFaults(file, firstBad, report) : describeProof(file, report);
  const handovers = report.keys
    .slice(1)
    .map(
      ({ text, from }) => `From entry ${from} on the log is signed by the key that followed it:\n  ${text}`,
    );
  return `${[...verdict, `${KEYS[key.source]}\n  ${key.text}`, ...handovers].join('\n')}\n`;
}

function describeFaults(file: string, firstBad: Fault, { faults, faultCount }: ExportReport): string[] {
  return [
    `${file}: NOT AS IT WAS. The first bad entry is ${placeOf(firstBad)}.`,
    ...faults.map(fault => `  ${placeOf(fault)}  ${fault.kind}: ${fault.detail}`),
    ...(faultCount > faults.length ? [`  … and ${faultCount - faults.length} more`] : []),
  ];
}

function describeProof(
  file: string,
  { entries, erased, proven, origin, isSelection }: ExportReport,
): string[] {
  const what = `${count(entries, 'entry', 'entries')} of ${origin} checked; ${count(erased, 'value', 'values')} erased.`;
  return [
    `${file}: as it was written. ${what}`,
    ...(isSelection
      ? ['Each stands in the log as it is here. Whether others were left out, it cannot tell.']
      : []),
    proven.outside > 0
      ? `Checkpoints from outside prove the log up to its first ${count(proven.outside, 'entry', 'entries')}.`
      : 'No checkpoint from outside was compared: a log that was cut, or made again with its own key, would not be noticed.',
  ];
}

const placeOf = ({ index, before }: Fault): string =>
  before === undefined ? String(index) : `one of ${index} to ${before - 1}`;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
