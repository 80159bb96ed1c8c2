/** How loud a level looks; its word says it too. */
export const LEVEL_CLASS: Record<string, string> = {
  fatal: 'text-error font-semibold',
  error: 'text-error',
  warn: 'text-warn',
  info: 'text-muted',
  debug: 'text-muted',
  trace: 'text-muted',
};
