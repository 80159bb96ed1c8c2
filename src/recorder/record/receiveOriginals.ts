import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hashing } from '../inputs/hashing.ts';
import type { Original } from '../inputs/input.ts';

/** An original that lies somewhere else, sealed or not. */
export interface EvidenceSource {
  /** As people know it; it need not be unique, nor a path that exists. */
  name: string;
  bytes: number;
  /** Of the bytes that `open` gives. */
  sha256: string;
  /** Of the sealed object, for the manifest. */
  sealedSha256: string;
  modifiedAt: Date;
  open(signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

/** An original whose bytes are no longer those that were frozen. */
export class EvidenceChanged extends Error {
  constructor(name: string, found: string, expected: string) {
    super(`${name}: SHA-256 is ${found}, but ${expected} was frozen; restore it from a back-up`);
  }
}

export interface ReceiveOptions {
  /** Made, and readable by nobody else. */
  folder: string;
  /** Told the bytes received so far. */
  progress: (bytes: number) => void;
  signal: AbortSignal;
}

/** Copies originals into a folder, each compared with its hash. Throws EvidenceChanged, and what `open` throws. */
export async function receiveOriginals(
  sources: readonly EvidenceSource[],
  { folder, progress, signal }: ReceiveOptions,
): Promise<Original[]> {
  await mkdir(folder, { mode: 0o700 });
  const names = distinctNames(sources.map(({ name }) => name));
  const originals: Original[] = [];
  let received = 0;
  const meter = (): Transform =>
    new Transform({
      transform(chunk: Uint8Array, _encoding, next) {
        received += chunk.byteLength;
        progress(received);
        next(null, chunk);
      },
    });
  for (const [index, source] of sources.entries()) {
    const location = join(folder, String(index));
    let found = { sha256: '', bytes: 0 };
    await pipeline(
      await source.open(signal),
      meter(),
      hashing((sha256, bytes) => {
        found = { sha256, bytes };
      }),
      createWriteStream(location, { flags: 'wx', mode: 0o600 }),
      { signal },
    );
    if (found.sha256 !== source.sha256) throw new EvidenceChanged(source.name, found.sha256, source.sha256);
    originals.push({
      path: names[index]!,
      location,
      bytes: found.bytes,
      modifiedMs: source.modifiedAt.getTime(),
    });
  }
  return originals;
}

/** Names that can be told apart and printed: `app.log`, `app.log (2)`. */
export function distinctNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map(name => {
    const printable = name.replaceAll(/\p{Cc}/gu, '�').replace(/^[/\\]+/, '') || 'unnamed';
    let distinct = printable;
    for (let n = 2; used.has(distinct); n++) distinct = `${printable} (${n})`;
    used.add(distinct);
    return distinct;
  });
}
