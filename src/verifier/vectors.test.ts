import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { verifyConsistency } from './verifyConsistency.ts';
import { verifyInclusion } from './verifyInclusion.ts';

interface Vector {
  name: string;
  desc: string;
  wantErr: boolean;
  proof: string[] | null;
}
interface Vectors {
  inclusion: (Vector & { leafIdx: number; treeSize: number; root: string; leafHash: string })[];
  consistency: (Vector & { size1: number; size2: number; root1: string; root2: string })[];
}

const { inclusion, consistency } = JSON.parse(
  readFileSync(new URL('../../test/corpus/merkle/vectors.json', import.meta.url), 'utf8'),
) as Vectors;

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const proofOf = ({ proof }: Vector): Buffer[] => (proof ?? []).map(bytes);

describe('the published Merkle vectors', () => {
  test('are all there', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
  });

  test.each(inclusion)('inclusion $name ($desc)', vector => {
    const { leafIdx: index, treeSize: size, leafHash, root } = vector;
    const claim = { index, size, leafHash: bytes(leafHash), root: bytes(root), proof: proofOf(vector) };
    expect(verifyInclusion(claim)).toBe(!vector.wantErr);
  });

  test.each(consistency)('consistency $name ($desc)', vector => {
    const claim = {
      earlierSize: vector.size1,
      earlierRoot: bytes(vector.root1),
      size: vector.size2,
      root: bytes(vector.root2),
      proof: proofOf(vector),
    };
    expect(verifyConsistency(claim)).toBe(!vector.wantErr);
  });
});
