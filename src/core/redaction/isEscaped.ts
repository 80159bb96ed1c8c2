const BACKSLASH = 92;

/** Whether an odd number of backslashes stands right before `at`. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charCodeAt(at - 1 - count) === BACKSLASH) count += 1;
  return count % 2 === 1;
}
