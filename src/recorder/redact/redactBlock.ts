import { type KeyBlockState, NO_KEY_BLOCK } from './keyBlock.ts';
import { LineRedaction, type RedactLinesOptions } from './redactLines.ts';
import type { PlacedReplacement } from './splicer.ts';

/** What is to be redacted: whole lines, of which the last of a text may lack its end. */
export interface Block {
  bytes: Uint8Array;
  /** The frame of a key that is open before them. */
  before: KeyBlockState;
}

/** A block after redaction, and what is to be known for the next one. */
export interface RedactedBlock {
  bytes: Uint8Array;
  /** Lines are counted from 1 within the block. Empty unless they are kept. */
  replacements: PlacedReplacement[];
  /** Line ends in the block; 0 unless replacements are kept. */
  lines: number;
  /** The frame that is open behind it. */
  after: KeyBlockState;
}

export interface BlockOptions extends Pick<RedactLinesOptions, 'redactor' | 'prefilter'> {
  keepsReplacements: boolean;
}

/** Redacts a block. */
export function redactBlock({ bytes, before }: Block, options: BlockOptions): RedactedBlock {
  const { keepsReplacements, ...engine } = options;
  const replacements: PlacedReplacement[] = [];
  const onReplacement = (replacement: PlacedReplacement) => void replacements.push(replacement);
  const lines = new LineRedaction({ ...engine, ...(keepsReplacements && { onReplacement }) }, before);
  const redacted = lines.all(bytes);
  return { bytes: redacted, replacements, lines: lines.line - 1, after: lines.keyBlock };
}

/** A block that nothing open stands before. */
export function freshBlock(bytes: Uint8Array): Block {
  return { bytes, before: NO_KEY_BLOCK };
}
