import type { Finding } from './finding.ts';

/** A piece of evidence that a finding names. */
export type Cite = Finding['cites'][number];

/** One string for a cite, and back: lists need a key. */
export const keyOfCite = ({ kind, id }: Cite): string => `${kind} ${id}`;

/** `logs/app.log.gz:173` → its file and line; null for what names no line of a file. */
export function parsePlace(place: string): { path: string; line: number } | null {
  const [, path, line] = /^(.+):(\d+)$/s.exec(place.trim()) ?? [];
  return path === undefined ? null : { path, line: Number(line) };
}
