import { isReadable } from './readable.ts';

/** The ASCII text behind base64 in either alphabet, padded or not; undefined when it hides none. */
export function decodeBase64(run: string): string | undefined {
  const body = run.replace(/={1,2}$/, '');
  if (body.length % 4 === 1) return undefined;
  const decoded = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
  return isReadable(decoded) ? decoded : undefined;
}
