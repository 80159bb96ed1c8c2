import { type Checkpoint, openCheckpoint } from './openCheckpoint.ts';
import { countProvenHashes, eachHash, type Outside } from './outside.ts';
import { parseLine } from './parseLine.ts';
import { readLines } from './readLines.ts';
import type { ExportReport, Fault } from './report.ts';
import { parseVerifierKey, type VerifierKey } from './verifierKey.ts';
import { type Awaited, type Walk, walkEntries } from './walkEntries.ts';

export interface VerifyOptions extends Outside {
  /** The log's verifier key, from a place that is trusted. Without it the one in the export is believed. */
  publicKey?: string | undefined;
}

/** What was given is not an export, or not a key; the message says what is expected. */
export class NotAnExport extends Error {}

/**
 * Checks an export of the audit log from its first byte to its last, in memory that does not grow with it, and reports
 * what is not as it was. Needs neither network nor database. Throws NotAnExport.
 */
export async function verifyExport(
  stream: AsyncIterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<ExportReport> {
  const lines = readLines(stream);
  const first = parseLine((await lines.next()).value);
  if (first.kind !== 'header')
    throw new NotAnExport(
      'The first line is not the header of an audit export. Give a file that `audit export` wrote.',
    );
  const key = readKey(options.publicKey ?? first.header.publicKey);

  const opened = [
    { side: 'inside' as const, ...openCheckpoint(first.header.checkpoint, key) },
    ...(options.checkpoints ?? []).map(text => ({ side: 'outside' as const, ...openCheckpoint(text, key) })),
  ];
  const awaited: Awaited[] = opened
    .flatMap(({ side, ...result }) => ('checkpoint' in result ? [{ ...result.checkpoint, side }] : []))
    .sort((a, b) => a.size - b.size);
  const outside = awaited.filter(({ side }) => side === 'outside');
  const end = awaited.find(({ side }) => side === 'inside')?.size;
  const walk = walkEntries({ key, end, awaited, nextOutsideHash: await openHashes(options, outside) });
  for (const { side, ...result } of opened) if ('refused' in result) walk.note(refusal(side, result.refused));

  let isWorthwhile = true;
  while (isWorthwhile) {
    const line = await lines.next();
    if (line.done) break;
    isWorthwhile = await walk.take(parseLine(line.value));
  }
  walk.finish();
  return report(walk, key, options);
}

function readKey(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (key) return key;
  throw new NotAnExport(`${text.slice(0, 80)} is not a verifier key. Give the text of the log's public key.`);
}

const refusal = (side: Awaited['side'], refused: string): Fault => ({
  index: 0,
  kind: 'forged checkpoint',
  detail: side === 'inside' ? `of the whole export: ${refused}` : `given from outside: ${refused}`,
});

/** The hashes kept outside, as far as they can be believed. */
async function openHashes({ leafHashes }: Outside, outside: readonly Checkpoint[]) {
  if (!leafHashes) return async () => undefined;
  let left = await countProvenHashes(leafHashes(), outside);
  const hashes = eachHash(leafHashes());
  return async () => (left-- > 0 ? (await hashes.next()).value || undefined : undefined);
}

function report({ counts, faults }: Walk, key: VerifierKey, { publicKey }: VerifyOptions): ExportReport {
  return {
    entries: counts.entries,
    proven: counts.proven,
    erased: counts.erased,
    origin: key.name,
    key: { text: key.text, source: publicKey === undefined ? 'the export itself' : 'given' },
    faults,
    faultCount: counts.faults,
    firstBad: faults.toSorted((a, b) => a.index - b.index)[0],
  };
}
