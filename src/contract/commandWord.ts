import type { Operation } from './listOperations.ts';

/** What stands after the feature on the command line: `setRoles` → `set-roles`; deeper names are joined by a dash. */
export const commandWord = ({ words }: Operation): string =>
  words
    .slice(1)
    .join('-')
    .replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Features whose name is a command of the machine's own: `afterword records PATH…` reads files, it asks no server. */
const TAKEN: Record<string, string> = { records: 'record' };

/** What stands for an operation's feature on the command line. */
export const featureWord = ({ words: [feature] }: Operation): string => TAKEN[feature] ?? feature;
