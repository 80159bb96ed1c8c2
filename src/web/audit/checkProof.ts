import type { Proof } from './auditEvent.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const sha256 = async (...parts: readonly Bytes[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob([...parts]).arrayBuffer()));

const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

const isSame = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * Whether an entry is in the log that a checkpoint signs, by the audit path of RFC 6962, 2.1.1: computed here, so that
 * the server's word is not needed. Undefined where the browser computes no hashes, which it does by https only.
 */
export async function checkProof(index: number, proof: Proof): Promise<boolean | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const { size, root, note } = proof.checkpoint;
  if (index >= size) return false;
  let hash = await sha256(LEAF, new TextEncoder().encode(proof.leaf));
  if (!isSame(hash, fromBase64Url(proof.leafHash))) return false;
  let node = index;
  let last = size - 1;
  for (const step of proof.path.map(fromBase64Url)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await sha256(NODE, step, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = await sha256(NODE, hash, step);
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const signed = note.split('\n')[2] ?? '';
  return last === 0 && isSame(hash, fromBase64Url(root)) && isSame(hash, fromBase64Url(signed));
}
