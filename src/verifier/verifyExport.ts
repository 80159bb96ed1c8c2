import { followKeys, type KeyTerm } from './followKeys.ts';
import { type FaultList, listFaults } from './listFaults.ts';
import { type Checkpoint, openCheckpoint } from './openCheckpoint.ts';
import { countProvenHashes, eachHash, type Outside } from './outside.ts';
import { parseLine } from './parseLine.ts';
import { readLines } from './readLines.ts';
import type { ExportReport, Fault } from './report.ts';
import { parseVerifierKey, type VerifierKey } from './verifierKey.ts';
import type { WalkStart } from './walk.ts';
import { walkEntries } from './walkEntries.ts';
import { walkSelection } from './walkSelection.ts';

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

  const faults = listFaults();
  const chain = followKeys(key, [...(options.rotations ?? []), ...first.header.rotations]);
  const { keys, rotations } = chain;
  for (const { size, detail } of chain.refused) faults.note({ index: size, kind: 'forged key', detail });
  const signed = openCheckpoint(first.header.checkpoint, keys);
  if ('refused' in signed) faults.note(forged(`of the whole export: ${signed.refused}`));
  const outside = openOutside(options.checkpoints ?? [], keys, faults);
  const start: WalkStart = {
    keys,
    rotations,
    inside: 'checkpoint' in signed ? signed.checkpoint : undefined,
    outside,
    outsideHashAt: await openHashes(options, outside),
    note: faults.note,
  };
  const walk = first.header.isSelection ? walkSelection(start, first.header.earlier) : walkEntries(start);

  let isWorthwhile = true;
  while (isWorthwhile) {
    const line = await lines.next();
    if (line.done) break;
    isWorthwhile = await walk.take(parseLine(line.value));
  }
  walk.finish();
  return {
    ...walk.counts,
    isSelection: first.header.isSelection,
    origin: key.name,
    key: { text: key.text, source: options.publicKey === undefined ? 'the export itself' : 'given' },
    keys: keys.map(({ key: { text }, from }) => ({ text, from })),
    faults: faults.kept,
    faultCount: faults.count(),
    firstBad: firstOf(faults.kept),
  };
}

function readKey(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (key) return key;
  throw new NotAnExport(`${text.slice(0, 80)} is not a verifier key. Give the text of the log's public key.`);
}

/** A forged signature leaves entries without proof; an entry that is known to be bad says more. */
function firstOf(faults: readonly Fault[]): Fault | undefined {
  const bad = faults.filter(({ kind }) => kind !== 'forged checkpoint' && kind !== 'forged key');
  return (bad.length > 0 ? bad : faults).toSorted((a, b) => a.index - b.index)[0];
}

const forged = (detail: string): Fault => ({ index: 0, kind: 'forged checkpoint', detail });

function openOutside(texts: readonly string[], keys: readonly KeyTerm[], { note }: FaultList): Checkpoint[] {
  const opened = texts.map(text => openCheckpoint(text, keys));
  for (const result of opened) if ('refused' in result) note(forged(`given from outside: ${result.refused}`));
  return opened
    .flatMap(result => ('checkpoint' in result ? [result.checkpoint] : []))
    .sort((a, b) => a.size - b.size);
}

/** Finds the hashes kept outside, as far as they can be believed. */
async function openHashes({ leafHashes }: Outside, outside: readonly Checkpoint[]) {
  if (!leafHashes) return async () => undefined;
  const believed = await countProvenHashes(leafHashes(), outside);
  const hashes = eachHash(leafHashes());
  let reached = 0;
  return async (index: number): Promise<Uint8Array | undefined> => {
    if (index >= believed) return undefined;
    for (; reached < index; reached++) await hashes.next();
    reached++;
    return (await hashes.next()).value || undefined;
  };
}
