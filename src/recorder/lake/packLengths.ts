/**
 * DELTA_BINARY_PACKED, for the lengths in a DELTA_LENGTH_BYTE_ARRAY page: blocks of 128 deltas in 4 miniblocks. Widths
 * are whole bytes (0, 8, 16, 32 bits), so packing is a plain store. Source: the Apache Parquet encodings specification.
 */
import { pushVarint, pushZigzag } from './thrift.ts';

const BLOCK = 128;
const MINIBLOCKS = 4;
const MINIBLOCK = BLOCK / MINIBLOCKS;

const bytesFor = (largest: number): number =>
  largest === 0 ? 0 : largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4;

/** The encoded lengths; also right for no value at all. */
export function packLengths(lengths: Int32Array): Uint8Array {
  const head: number[] = [];
  pushVarint(head, BLOCK);
  pushVarint(head, MINIBLOCKS);
  pushVarint(head, lengths.length);
  pushZigzag(head, lengths[0] ?? 0);
  const blocks = Math.ceil(Math.max(0, lengths.length - 1) / BLOCK);
  const out = Buffer.alloc(head.length + blocks * (10 + MINIBLOCKS + BLOCK * 4));
  out.set(head);
  let offset = head.length;
  for (let start = 1; start < lengths.length; start += BLOCK) offset = packBlock(lengths, start, out, offset);
  return out.subarray(0, offset);
}

function packBlock(lengths: Int32Array, start: number, out: Buffer, at: number): number {
  const end = Math.min(start + BLOCK, lengths.length);
  let least = Number.MAX_SAFE_INTEGER;
  for (let i = start; i < end; i++) least = Math.min(least, lengths[i]! - lengths[i - 1]!);
  const head: number[] = [];
  pushZigzag(head, least);
  out.set(head, at);
  let offset = at + head.length;
  const widths = offset;
  offset += MINIBLOCKS;
  for (let mini = 0; mini < MINIBLOCKS; mini++) {
    const from = start + mini * MINIBLOCK;
    const to = Math.min(from + MINIBLOCK, end);
    let largest = 0;
    for (let i = from; i < to; i++) largest = Math.max(largest, lengths[i]! - lengths[i - 1]! - least);
    const bytes = from < to ? bytesFor(largest) : 0;
    out[widths + mini] = bytes * 8;
    if (bytes === 0) continue;
    for (let i = from; i < to; i++)
      out.writeUIntLE(lengths[i]! - lengths[i - 1]! - least, offset + (i - from) * bytes, bytes);
    offset += MINIBLOCK * bytes;
  }
  return offset;
}
