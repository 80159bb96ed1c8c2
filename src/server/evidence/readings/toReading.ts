import type { ReadingRow } from './store.ts';

/** A reading as the contract shows it. */
export const toReading = ({ isRestricted: _, share, ...row }: ReadingRow) => ({
  ...row,
  // The column is half as precise as a number: 0.30000001 would only look odd.
  share: Math.round(share * 1e4) / 1e4,
});
