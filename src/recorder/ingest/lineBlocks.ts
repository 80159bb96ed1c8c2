import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time, and past the end of the range: there only continuation lines are still wanted. */
const BLOCK = 2 ** 20;
const BEYOND = 64 * 2 ** 10;
/** A line longer than this is handed on in pieces, so that memory stays bounded. */
export const LONGEST_LINE = 2 * 2 ** 20;

/** The buffer of the last reading, for the next: allocating megabytes for each of many small files costs more than reading them. */
let spare: Buffer | undefined;

/** Whole lines of a file: `bytes[from, to)` begins at a line start and ends after a line feed, at the end of file, or in a cut line. */
export interface LineBlock {
  bytes: Buffer;
  from: number;
  to: number;
  /** Position in the file of `bytes[0]`. */
  position: number;
  /** Whether the block ends inside a line that was too long. */
  cut: boolean;
}

/**
 * The lines that start at or after `start`, block by block, to the end of the file; the caller stops when it has had
 * enough, some time after `end`. The block's bytes are reused by the next one. Reads synchronously: each caller is a worker with one task.
 */
export function* lineBlocks(location: string, start: number, end: number): Generator<LineBlock> {
  const file = openSync(location, 'r');
  const bytes = spare ?? Buffer.allocUnsafe(BLOCK + LONGEST_LINE);
  spare = undefined;
  try {
    let position = Math.max(0, start - 1);
    let carried = 0;
    // Unless the range begins the file, the line that the byte before it belongs to is the range before's.
    let skipping = start > 0;
    for (;;) {
      const left = Math.max(0, end - position - carried);
      const wanted = Math.min(BLOCK, left + BEYOND, bytes.length - carried);
      const read = readSync(file, bytes, carried, wanted, position + carried);
      const length = carried + read;
      let from = 0;
      if (skipping) {
        const feed = bytes.subarray(0, length).indexOf(10);
        skipping = feed < 0 && read > 0;
        from = feed < 0 ? length : feed + 1;
      }
      const { to, cut } = read === 0 ? { to: length, cut: false } : lastWholeLine(bytes, from, length);
      if (to > from) yield { bytes, from, to, position, cut };
      if (read === 0) return;
      const consumed = Math.max(from, to);
      bytes.copyWithin(0, consumed, length);
      position += consumed;
      carried = length - consumed;
    }
  } finally {
    spare = bytes;
    closeSync(file);
  }
}

/** Bytes to either side of a range's start in which the line before its first is looked for. */
const LINE_REACH = 2 ** 18;

/** The line before the first line that starts at or after `start`; undefined when there is none, or none in reach. */
export function lineBefore(location: string, start: number): string | undefined {
  if (start === 0) return undefined;
  const from = Math.max(0, start - LINE_REACH);
  const bytes = Buffer.alloc(start - from + LINE_REACH);
  const file = openSync(location, 'r');
  try {
    const length = readSync(file, bytes, 0, bytes.length, from);
    const end = bytes.subarray(0, length).indexOf(10, start - 1 - from);
    const feed = end < 1 ? -1 : bytes.lastIndexOf(10, end - 1);
    if (end < 0 || (feed < 0 && from > 0)) return undefined;
    return bytes.toString('utf8', feed + 1, end).replace(/\r$/, '');
  } finally {
    closeSync(file);
  }
}

function lastWholeLine(bytes: Buffer, from: number, length: number): { to: number; cut: boolean } {
  const feed = bytes.subarray(from, length).lastIndexOf(10);
  if (feed >= 0) return { to: from + feed + 1, cut: false };
  if (length - from < LONGEST_LINE) return { to: from, cut: false };
  return { to: separatorBefore(bytes, length, from), cut: true };
}

/** Where to cut a line that is too long: after a separator near its end, so that no word (or secret) is cut in two. */
function separatorBefore(bytes: Buffer, length: number, from: number): number {
  for (let at = length - 1; at > Math.max(from, length - 65_536); at--) {
    const byte = bytes[at]!;
    if (byte === 32 || byte === 44 || byte === 59 || byte === 38 || byte === 34) return at + 1;
  }
  let end = length;
  // Never inside a UTF-8 sequence.
  while (end > from + 1 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  return bytes[end - 1]! >= 0xc0 ? end - 1 : length;
}
