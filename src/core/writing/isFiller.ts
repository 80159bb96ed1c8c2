import { meaningOf } from './meaningOf.ts';

/** Whether a text, a note or a reason for example, says nothing: empty, “n/a”, a placeholder, repeated letters. */
export function isFiller(text: string): boolean {
  const { words, leftOut } = meaningOf(text);
  // A single word such as “duplicate” is a poor reason, but it is one.
  return words.size === 0 && leftOut.every(({ as }) => as === 'filler');
}
