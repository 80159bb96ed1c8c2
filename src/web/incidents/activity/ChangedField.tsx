import { t } from '../../messages/index.ts';
import { Time } from '../../ui/Time.tsx';
import type { Change } from './leafChanges.ts';

/** Longest text of a value that a line shows. */
const LONGEST = 80;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A field as it was and as it is. */
export const ChangedField = ({ change: { field, before, after } }: { change: Change }) => (
  <p className="truncate text-sm text-muted">
    {t.incidents.changedField[field] ?? t.incidents.time[field] ?? t.incidents.role[field] ?? field}:{' '}
    {before !== null && before !== '' && (
      <>
        <del className="text-muted">
          <Value value={before} field={field} />
        </del>{' '}
        →{' '}
      </>
    )}
    <ins className="text-text no-underline">
      <Value value={after} field={field} />
    </ins>
  </p>
);

/** Fields whose values are words of ours: people read their labels. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  severity: t.incidents.severity,
  state: t.incidents.state,
};

/** A value in words: of services, teams, people and who sees something their names, of anything else its JSON. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? t.incidents.yes : t.incidents.no;
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  const { name, title, measure, person, team } = (value ?? {}) as Record<string, unknown>;
  const inside = person ?? team;
  return inside ? wordsOf(inside) : String(name ?? title ?? measure ?? JSON.stringify(value));
}

/** A value as a line shows it. */
function Value({ value, field }: { value: unknown; field: string }) {
  if (value === null || value === undefined || value === '') return t.common.none;
  if (typeof value === 'string' && INSTANT.test(value)) return <Time at={value} />;
  const text = WORDS[field]?.[String(value)] ?? (wordsOf(value) || t.common.none);
  return <bdi>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</bdi>;
}
