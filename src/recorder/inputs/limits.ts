/** What an archive may not exceed; an archive that does is refused whole, with the limit named. */
export interface Limits {
  /** Unpacked bytes for each packed byte, once `graceBytes` were unpacked. */
  ratio: number;
  graceBytes: number;
  /** Entries in one archive. */
  entries: number;
  /** Archives inside archives. */
  depth: number;
  /** Unpacked bytes in all. */
  totalBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  ratio: 200,
  graceBytes: 64 * 2 ** 20,
  entries: 200_000,
  depth: 4,
  totalBytes: 64 * 2 ** 30,
};
