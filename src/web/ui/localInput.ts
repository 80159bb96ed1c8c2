/** An instant as a `datetime-local` field shows it, in the browser's zone; empty for none. */
export function toLocalInput(at: string | null): string {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 23);
}

/** The instant that a `datetime-local` field means; null when it is empty. */
export const fromLocalInput = (value: string): string | null =>
  value ? new Date(value).toISOString() : null;
