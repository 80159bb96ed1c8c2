import { ERASABLE } from '../event.ts';
import type { StoredEntry } from './readEntries.ts';

/** The names in the order of canonical JSON. */
const OPENINGS = ERASABLE.toSorted();

/**
 * An entry as a line of canonical JSON, with its newline. Leaf and openings are canonical already, and go out byte for
 * byte.
 *
 * @param proof that it is in the log, where the line does not stand among all others
 */
export function entryLine(entry: StoredEntry, proof?: readonly Buffer[]): string {
  const openings = OPENINGS.filter(field => entry[field] !== null).map(field => `"${field}":${entry[field]}`);
  const parts = [
    `"hash":"${entry.hash.toString('base64url')}"`,
    `"index":${entry.index}`,
    `"leaf":${entry.leaf}`,
    `"openings":{${openings.join(',')}}`,
    ...(proof ? [`"proof":${JSON.stringify(proof.map(hash => hash.toString('base64url')))}`] : []),
  ];
  return `{${parts.join(',')}}\n`;
}
