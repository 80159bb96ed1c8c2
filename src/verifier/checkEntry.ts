import { hash } from 'node:crypto';
import { canonicalForm } from './canonicalForm.ts';
import { hashLeaf } from './merkle.ts';
import type { StatedEntry } from './parseLine.ts';
import type { FaultKind } from './report.ts';

/** What is wrong within one entry. */
export interface EntryFault {
  kind: FaultKind;
  detail: string;
}

/** Compares an entry with its own hash and its values with their commitments. */
export function checkEntry({ leaf, hash: stated, openings }: StatedEntry): EntryFault[] {
  const faults: EntryFault[] = [];
  const found = hashLeaf(canonicalForm(leaf)).toString('base64url');
  if (found !== stated)
    faults.push({ kind: 'changed entry', detail: `its leaf hashes to ${found}, the log holds ${stated}` });
  for (const [field, opening] of Object.entries(openings)) {
    const detail = faultOfOpening(opening, Object.hasOwn(leaf.commitments, field) && leaf.commitments[field]);
    if (detail !== undefined) faults.push({ kind: 'changed value', detail: `${field}: ${detail}` });
  }
  return faults;
}

/** Values that were committed to and are no longer there. */
export function countErased({ leaf, openings }: StatedEntry): number {
  return Object.keys(leaf.commitments).filter(field => !Object.hasOwn(openings, field)).length;
}

function faultOfOpening(opening: Record<string, unknown>, commitment: string | false | undefined) {
  if (!commitment) return 'the entry never committed to such a value';
  const names = Object.keys(opening).sort().join();
  if (names !== 'salt,value') return 'a value with its salt is expected';
  const found = hash('sha256', canonicalForm(opening), 'base64url');
  return found === commitment ? undefined : 'value and salt do not open the commitment that was made to them';
}
