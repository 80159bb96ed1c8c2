import type { Operation } from './listOperations.ts';

/** What stands after the feature on the command line: `setRoles` → `set-roles`; deeper names are joined by a dash. */
export const commandWord = ({ words }: Operation): string =>
  words
    .slice(1)
    .join('-')
    .replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
