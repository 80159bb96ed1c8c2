import { microsText } from '../results/microsText.ts';
import type { LogRecord } from './record.ts';

/** What a record says, on one line: its body, or its name with what it measured. */
export function recordText({ body, name, value, durationUs }: LogRecord): string {
  const measured = [
    value?.toLocaleString('en', { maximumSignificantDigits: 6 }),
    durationUs !== null && microsText(durationUs),
  ].filter(Boolean);
  const said = body.replace(/\s+/g, ' ').trim();
  return [said || name, ...(said ? [] : measured)].join('  ');
}
