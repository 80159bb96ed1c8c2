/** The columnar engine reports a full disk in words only. */
const WORDS = /No space left on device|disk (is )?full|could not write all bytes/i;

/** Whether an error says that a disk, or a quota on it, is used up. */
export function isDiskFull(error: unknown): boolean {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT' || WORDS.test(message);
}
