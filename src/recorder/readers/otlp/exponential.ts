import type { DataPoint, ExponentialBuckets } from './shape.ts';

const QUANTILES = [0.5, 0.9, 0.99] as const;

/**
 * Estimates quantiles of an exponential histogram: bucket i holds values in (base^i, base^(i+1)] with
 * base = 2^(2^-scale); the bucket's geometric middle stands for its values. Empty when the histogram is.
 */
export function exponentialQuantiles(point: DataPoint): [quantile: number, value: number][] {
  const base = 2 ** (2 ** -Number(point.scale ?? 0));
  const ascending = [
    ...middles(point.negative, base)
      .map(([value, count]) => [-value, count] as const)
      .reverse(),
    [0, Number(point.zeroCount ?? 0)] as const,
    ...middles(point.positive, base),
  ];
  const total = ascending.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return [];
  return QUANTILES.map(quantile => {
    let seen = 0;
    const at = ascending.find(([, count]) => {
      seen += count;
      return seen >= quantile * total;
    });
    return [quantile, at?.[0] ?? 0];
  });
}

function middles(buckets: ExponentialBuckets | undefined, base: number): (readonly [number, number])[] {
  const offset = Number(buckets?.offset ?? 0);
  return (buckets?.bucketCounts ?? []).map(
    (count, i) => [base ** (offset + i + 0.5), Number(count)] as const,
  );
}
