import type { UploadRow, UploadState } from './store.ts';

/** An upload to which nothing comes for this long is given up, in milliseconds. */
export const PATIENCE = 3 * 24 * 3_600_000;

/** How many parts a file of that many bytes has; an empty one has none. */
export const partCountOf = ({ bytes, partBytes }: { bytes: number; partBytes: number }): number =>
  Math.ceil(bytes / partBytes);

/** Bytes that a part must have: the last one has what is left. */
export const bytesOfPart = (upload: { bytes: number; partBytes: number }, number: number): number =>
  number < partCountOf(upload)
    ? upload.partBytes
    : upload.bytes - (partCountOf(upload) - 1) * upload.partBytes;

/** An upload as the contract shows it. */
export const toUpload = ({ starter, ...row }: UploadRow) => ({
  ...row,
  state: row.state as UploadState,
  partCount: partCountOf(row),
  startedBy: starter,
  expiresAt: row.state === 'open' ? new Date(Date.parse(row.activeAt) + PATIENCE).toISOString() : null,
});
