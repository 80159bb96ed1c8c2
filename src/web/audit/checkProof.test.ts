import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Proof } from './auditEvent.ts';
import { checkProof } from './checkProof.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (text: string): Buffer => sha256(Buffer.of(0), Buffer.from(text));

/** The largest power of two below. */
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** Root and path as RFC 6962 defines them, by recursion: written unlike what is tested. */
function rootOf(leaves: readonly string[]): Buffer {
  if (leaves.length === 1) return leafHash(leaves[0]!);
  const at = split(leaves.length);
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)));
}
function pathOf(index: number, leaves: readonly string[]): Buffer[] {
  if (leaves.length === 1) return [];
  const at = split(leaves.length);
  return index < at
    ? [...pathOf(index, leaves.slice(0, at)), rootOf(leaves.slice(at))]
    : [...pathOf(index - at, leaves.slice(at)), rootOf(leaves.slice(0, at))];
}

function prove(index: number, leaves: readonly string[]): Proof {
  const root = rootOf(leaves);
  return {
    leaf: leaves[index]!,
    leafHash: leafHash(leaves[index]!).toString('base64url'),
    checkpoint: {
      size: leaves.length,
      root: root.toString('base64url'),
      note: `log\n${leaves.length}\n${root.toString('base64')}\n\n— log sig\n`,
    },
    path: pathOf(index, leaves).map(hash => hash.toString('base64url')),
  };
}

const leaves = Array.from({ length: 13 }, (_, index) => `{"entry":${index}}`);

test('each entry of logs of every size is proven', async () => {
  for (let size = 1; size <= leaves.length; size++)
    for (let index = 0; index < size; index++)
      expect(await checkProof(index, prove(index, leaves.slice(0, size)))).toBe(true);
});

test('another text, place, path or checkpoint is not', async () => {
  const proof = prove(4, leaves);
  expect(await checkProof(5, proof)).toBe(false);
  expect(await checkProof(13, proof)).toBe(false);
  expect(await checkProof(4, { ...proof, leaf: '{"entry":44}' })).toBe(false);
  expect(await checkProof(4, { ...proof, path: proof.path.slice(1) })).toBe(false);
  expect(await checkProof(4, { ...proof, path: [...proof.path, proof.leafHash] })).toBe(false);
  const note = proof.checkpoint.note.replace(/\n.*\n\n/, `\n${'A'.repeat(43)}=\n\n`);
  expect(await checkProof(4, { ...proof, checkpoint: { ...proof.checkpoint, note } })).toBe(false);
});
