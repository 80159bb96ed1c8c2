/** Whether a decoded text is printable ASCII, as text is and random bytes are not. */
export function isReadable(text: string): boolean {
  return /^[\t\n\r\x20-\x7e]+$/.test(text);
}
