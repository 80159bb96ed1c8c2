/** A file that cannot be restored from: damaged, cut, foreign, newer, or locked with another passphrase. Says which. */
export class BadBackup extends Error {}

/** The place to restore into has something in it that would be lost, or is in use. */
export class NotEmpty extends Error {}
