import { closeSync, openSync, readSync } from 'node:fs';
import type { Sample } from '../readers/reader.ts';

/** Bytes of a file's beginning that recognition sees. */
const SAMPLE_BYTES = 256 * 2 ** 10;
const SAMPLE_LINES = 200;

function readRange(location: string, position: number, length: number): Buffer {
  const file = openSync(location, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, position));
  } finally {
    closeSync(file);
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter(line => line !== '');

/** The beginning of a file, for recognition. */
export function takeSample(path: string, location: string, size: number): Sample {
  const bytes = readRange(location, 0, Math.min(SAMPLE_BYTES, size));
  const whole = bytes.length >= size;
  const feed = bytes.lastIndexOf(10);
  const text = (whole || feed < 0 ? bytes : bytes.subarray(0, feed + 1)).toString('utf8');
  return { path, bytes, text, lines: linesOf(text).slice(0, SAMPLE_LINES), whole };
}

/** The last whole lines of a file, beyond those that its sample holds. */
export function takeTail(sample: Sample, location: string, size: number): string[] {
  if (sample.whole) return linesOf(sample.text).slice(SAMPLE_LINES).slice(-SAMPLE_LINES);
  const lines = linesOf(readRange(location, size - SAMPLE_BYTES, SAMPLE_BYTES).toString('utf8')).slice(1);
  return lines.slice(-SAMPLE_LINES);
}
