import { HASH_LENGTH } from './merkle.ts';

/** A log had this root when it was `size` entries long. */
export interface LogState {
  size: number;
  root: Buffer;
}

/** Size and root as notes write them; undefined when they are not written so. */
export function readState(size: string, root: string): LogState | undefined {
  const bytes = Buffer.from(root, 'base64');
  const isWellFormed =
    /^(0|[1-9]\d{0,15})$/.test(size) && bytes.length === HASH_LENGTH && bytes.toString('base64') === root;
  return isWellFormed ? { size: Number(size), root: bytes } : undefined;
}
