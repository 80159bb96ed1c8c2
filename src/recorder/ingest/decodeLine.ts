import { isUtf8 } from 'node:buffer';

/** How a line's bytes were understood. */
export interface DecodedLine {
  text: string;
  /** False when the bytes are not UTF-8; then each byte is taken for the character of the same number (ISO 8859-1). */
  valid: boolean;
}

/** One line as text. Nothing is lost: bytes that are not UTF-8 keep their value. */
export function decodeLine(bytes: Buffer, from: number, to: number): DecodedLine {
  const text = bytes.toString('utf8', from, to);
  if (!text.includes('\uFFFD') || isUtf8(bytes.subarray(from, to))) return { text, valid: true };
  return { text: bytes.toString('latin1', from, to), valid: false };
}
