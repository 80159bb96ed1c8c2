import { diffArrays } from 'diff';

/** A stretch of text that both sides have, or one of them. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface LineDiff {
  kind: Piece['kind'] | 'changed';
  /** Number of the line on each side, from 1; null where it is not there. */
  before: number | null;
  after: number | null;
  /** The line with its end. The same and removed pieces are the line before, the same and added ones the line after. */
  words: Piece[];
}

/** More edits than this between two texts, and they are shown as one removed and one added: nobody reads the rest. */
const MOST_LINE_EDITS = 2_000;
const MOST_WORD_EDITS = 400;

const LINE = /[^\n]*\n|[^\n]+$/g;
const WORD = /[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu;

/**
 * Compares two texts by line, and lines that were changed by word. Nothing is lost: the pieces of all lines, put
 * together, are each text again, byte for byte.
 */
export function diffTexts(before: string, after: string): LineDiff[] {
  const lines: LineDiff[] = [];
  let atBefore = 0;
  let atAfter = 0;
  const pieces = diffTokens(before.match(LINE) ?? [], after.match(LINE) ?? [], MOST_LINE_EDITS);
  for (let i = 0; i < pieces.length; i++) {
    const { kind, tokens } = pieces[i]!;
    if (kind === 'same') {
      for (const text of tokens)
        lines.push({ kind, before: ++atBefore, after: ++atAfter, words: [{ kind, text }] });
      continue;
    }
    const next = pieces[i + 1];
    const isReplaced = next !== undefined && next.kind !== 'same' && next.kind !== kind;
    if (isReplaced) i++;
    const removed = kind === 'removed' ? tokens : isReplaced ? next.tokens : [];
    const added = kind === 'added' ? tokens : isReplaced ? next.tokens : [];
    const pairs = Math.min(removed.length, added.length);
    for (let j = 0; j < pairs; j++) lines.push(changedLine(removed[j]!, added[j]!, ++atBefore, ++atAfter));
    for (const text of removed.slice(pairs))
      lines.push({ kind: 'removed', before: ++atBefore, after: null, words: [{ kind: 'removed', text }] });
    for (const text of added.slice(pairs))
      lines.push({ kind: 'added', before: null, after: ++atAfter, words: [{ kind: 'added', text }] });
  }
  return lines;
}

const changedLine = (removed: string, added: string, before: number, after: number): LineDiff => ({
  kind: 'changed',
  before,
  after,
  words: diffTokens(removed.match(WORD) ?? [], added.match(WORD) ?? [], MOST_WORD_EDITS).map(
    ({ kind, tokens }) => ({ kind, text: tokens.join('') }),
  ),
});

interface TokenDiff {
  kind: Piece['kind'];
  tokens: string[];
}

function diffTokens(before: string[], after: string[], maxEditLength: number): TokenDiff[] {
  const changes = diffArrays(before, after, { maxEditLength });
  if (changes !== undefined)
    return changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      tokens: value,
    }));
  return [
    { kind: 'removed', tokens: before },
    { kind: 'added', tokens: after },
  ];
}
