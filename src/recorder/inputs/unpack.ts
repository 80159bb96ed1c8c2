import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { decodeUtf16, dropBom } from './encodings.ts';
import { reasonOf } from './findFiles.ts';
import type { ArchiveEntry, Original, PlainFile, Skipped } from './input.ts';
import type { Limits } from './limits.ts';
import { PACKING_PROBE, type Packing, packingOf } from './packing.ts';
import { tarEntries } from './tar.ts';
import { zipEntries } from './zip.ts';

/** An archive that breaks a limit or wants to write outside its folder. Refused whole. */
class ArchiveRefused extends Error {}

/** What one original became, and what of it could not be had. */
export interface Unpacked {
  files: PlainFile[];
  skipped: Skipped[];
}

export interface UnpackOptions {
  limits: Limits;
  /** Told how many of the original's own bytes have been unpacked. */
  progress?: ((bytes: number) => void) | undefined;
}

const ARCHIVES: Partial<Record<Packing, (location: string) => AsyncIterable<ArchiveEntry>>> = {
  zip: zipEntries,
  tar: tarEntries,
};

const DECODERS: Partial<Record<Packing, () => Transform>> = {
  gzip: createGunzip,
  zstd: createZstdDecompress,
  'utf-16le': () => decodeUtf16('utf-16le'),
  'utf-16be': () => decodeUtf16('utf-16be'),
  'utf-8-bom': dropBom,
};

/**
 * The plain files in one original: itself, or everything inside it, streamed into `scratch`. Archives inside archives
 * are opened too. A damaged archive gives what comes before the damage, with a note; one that breaks a limit gives
 * nothing but the reason. Throws only when the scratch folder cannot be written (e.g. ENOSPC).
 */
export async function unpack(
  original: Original,
  scratch: string,
  { limits, progress = () => undefined }: UnpackOptions,
): Promise<Unpacked> {
  const unpacking = new Unpacking(original, scratch, limits, progress);
  try {
    await unpacking.expand(original.location, original.path, 0, []);
    return { files: unpacking.files, skipped: unpacking.skipped };
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    await unpacking.discard();
    return { files: [], skipped: [{ path: original.path, bytes: original.bytes, why: error.message }] };
  }
}

let unpackedFiles = 0;

class Unpacking {
  files: PlainFile[] = [];
  skipped: Skipped[] = [];
  #original: Original;
  #scratch: string;
  #limits: Limits;
  #progress: (bytes: number) => void;
  #packedBytes = 0;
  #unpackedBytes = 0;
  #entries = 0;

  constructor(original: Original, scratch: string, limits: Limits, progress: (bytes: number) => void) {
    this.#original = original;
    this.#scratch = scratch;
    this.#limits = limits;
    this.#progress = progress;
  }

  async discard(): Promise<void> {
    for (const { location } of this.files)
      if (location !== this.#original.location) await rm(location, { force: true });
    this.files = [];
  }

  async expand(location: string, path: string, depth: number, notes: string[]): Promise<void> {
    const packing = packingOf(readHead(location));
    const entries = ARCHIVES[packing];
    const decoder = DECODERS[packing];
    if (!entries && !decoder) {
      const { size: bytes } = statSync(location);
      this.files.push({ path, location, bytes, original: this.#original, notes });
      return;
    }
    if (depth >= this.#limits.depth)
      throw new ArchiveRefused(
        `archives inside archives go deeper than ${this.#limits.depth}; unpack the inner ones yourself`,
      );
    if (entries) await this.#expandArchive(entries(location), path, depth, notes);
    else await this.#expandStream(location, path, depth, notes, decoder!());
    if (location !== this.#original.location) await rm(location, { force: true });
  }

  async #expandStream(
    location: string,
    path: string,
    depth: number,
    notes: string[],
    decoder: Transform,
  ): Promise<void> {
    const target = this.#nextTarget();
    const content = createReadStream(location);
    if (depth === 0) content.on('data', chunk => this.#advance(chunk.length));
    const trouble = await this.#write(content, target, decoder);
    await this.expand(target, path, depth + 1, trouble ? [...notes, trouble] : notes);
  }

  async #expandArchive(
    entries: AsyncIterable<ArchiveEntry>,
    path: string,
    depth: number,
    notes: string[],
  ): Promise<void> {
    let last = '';
    try {
      for await (const { name, content, packedBytes } of entries) {
        last = name;
        this.#admit(name);
        const target = this.#nextTarget();
        const trouble = await this.#write(content, target);
        await this.expand(target, `${path}/${name}`, depth + 1, trouble ? [...notes, trouble] : notes);
        if (depth === 0) this.#advance(packedBytes);
      }
    } catch (error) {
      if (error instanceof ArchiveRefused || isScratchTrouble(error)) throw error;
      if (OUTSIDE.test((error as Error).message))
        throw new ArchiveRefused(refusedName((error as Error).message));
      const where = last === '' ? 'nothing in it could be read' : `read up to ${last}`;
      this.skipped.push({
        path,
        bytes: this.#original.bytes,
        why: `the archive is damaged or ends early (${reasonOf(error)}); ${where}`,
      });
    }
  }

  #advance(bytes: number): void {
    this.#packedBytes += bytes;
    this.#progress(Math.min(this.#packedBytes, this.#original.bytes));
  }

  #admit(name: string): void {
    this.#entries++;
    if (this.#entries > this.#limits.entries)
      throw new ArchiveRefused(
        `it holds more than ${this.#limits.entries} entries; unpack the part you need`,
      );
    if (/^([a-z]:|[\\/])/i.test(name) || name.split(/[\\/]/).includes('..')) {
      throw new ArchiveRefused(refusedName(name));
    }
  }

  /** Streams into a scratch file. What came before a fault in the data is kept; the fault is returned in words. */
  async #write(
    content: AsyncIterable<Uint8Array>,
    target: string,
    ...decoders: Transform[]
  ): Promise<string | undefined> {
    try {
      await pipeline([content, ...decoders, this.#meter(), createWriteStream(target)]);
      return undefined;
    } catch (error) {
      if (error instanceof ArchiveRefused || isScratchTrouble(error)) {
        await rm(target, { force: true });
        throw error;
      }
      return `it ends early or is damaged (${reasonOf(error)}); what comes before was read`;
    }
  }

  #meter(): Transform {
    return new Transform({
      transform: (chunk: Uint8Array, _encoding, done) => {
        this.#unpackedBytes += chunk.byteLength;
        done(this.#overLimit(), chunk);
      },
    });
  }

  #overLimit(): ArchiveRefused | null {
    const { ratio, graceBytes, totalBytes } = this.#limits;
    if (this.#unpackedBytes > totalBytes)
      return new ArchiveRefused(`it unpacks to more than ${totalBytes} bytes; unpack the part you need`);
    const isBomb = this.#unpackedBytes > graceBytes && this.#unpackedBytes > this.#original.bytes * ratio;
    return isBomb
      ? new ArchiveRefused(
          `it unpacks to more than ${ratio} times its size (an archive bomb?); unpack it yourself if you trust it`,
        )
      : null;
  }

  #nextTarget(): string {
    return join(this.#scratch, `unpacked-${++unpackedFiles}`);
  }
}

/** How yauzl words its own refusal of such names. */
const OUTSIDE = /^(invalid relative path|absolute path|invalid characters in fileName)/;

const refusedName = (name: string): string =>
  `it holds a name that leads outside (${JSON.stringify(name.slice(0, 80))}); such archives are not opened`;

const isScratchTrouble = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');

function readHead(location: string): Uint8Array {
  const file = openSync(location, 'r');
  try {
    const head = Buffer.alloc(PACKING_PROBE);
    return head.subarray(0, readSync(file, head, 0, PACKING_PROBE, 0));
  } finally {
    closeSync(file);
  }
}
