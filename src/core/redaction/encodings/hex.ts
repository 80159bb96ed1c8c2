import { isReadable } from './readable.ts';

/** The ASCII text that a run of hex digits spells, or undefined. Trace ids and digests are rejected at their first bytes. */
export function decodeHex(run: string): string | undefined {
  if (
    run.length < 16 ||
    run.length % 2 !== 0 ||
    !/^[2-7][0-9a-fA-F](?:[2-7][0-9a-fA-F]|0[9aAdD])+$/.test(run)
  )
    return undefined;
  let decoded = '';
  for (let i = 0; i < run.length; i += 2)
    decoded += String.fromCharCode(Number.parseInt(run.slice(i, i + 2), 16));
  return isReadable(decoded) ? decoded : undefined;
}
