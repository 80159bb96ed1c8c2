import { expect, test } from 'vitest';
import { exponentialQuantiles } from './exponential.ts';

test('quantiles of an exponential histogram lie in the right buckets', () => {
  const quantiles = exponentialQuantiles({ scale: 0, positive: { offset: 0, bucketCounts: [50, 45, 5] } });
  expect(quantiles.map(([quantile, value]) => [quantile, Math.floor(Math.log2(value))])).toEqual([
    [0.5, 0],
    [0.9, 1],
    [0.99, 2],
  ]);
});
