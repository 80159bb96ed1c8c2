/** What the doctor found out about one thing. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'fail';
  /** What was found, in a sentence or a few words. */
  found: string;
  /** What to do about it; with warn and fail. */
  advice?: string;
}

type Rest = Pick<Finding, 'check' | 'found'>;

export const ok = (check: string, found: string): Finding => ({ check, state: 'ok', found });
export const warn = (finding: Rest & { advice: string }): Finding => ({ ...finding, state: 'warn' });
export const fail = (finding: Rest & { advice: string }): Finding => ({ ...finding, state: 'fail' });

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `1.5 GiB` */
export function describeBytes(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** unit).toFixed(unit === 0 ? 0 : 1)} ${UNITS[unit]}`;
}
