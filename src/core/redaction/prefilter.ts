import type { RedactionRule } from './rule.ts';
import { scannerOf } from './scan/scanner.ts';

const NEWLINE = 10;

export interface Prefilter {
  /**
   * Ascending byte positions in `[from, to)`, one in each line in which a rule may find something. Lines without a
   * position hold nothing. Give it whole lines, or one field.
   */
  marks(bytes: Uint8Array, from: number, to: number): number[];
}

/** Makes the test that decides which lines are looked at; `rules` must be those of the redactor. */
export function createPrefilter(rules: readonly RedactionRule[]): Prefilter {
  const scanner = scannerOf(rules);

  function marks(bytes: Uint8Array, from: number, to: number): number[] {
    const found: number[] = [];
    const markLine = (at: number): number => {
      found.push(at);
      const newline = bytes.indexOf(NEWLINE, at);
      return newline < 0 || newline >= to ? to : newline + 1;
    };
    // bytes of one class only: a Buffer would do, but mixed with others it is slower
    const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    scanner.scan(plain, from, to, {
      around: (_rules, at) => markLine(at),
      start: (_rules, at) => markLine(at),
      assigned: (_rules, at) => markLine(at),
      trigger: (_trigger, at) => markLine(at),
    });
    return found;
  }
  return { marks };
}
