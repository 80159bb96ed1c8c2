import type { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Time } from '../ui/Time.tsx';
import { leafChanges } from './leafChanges.ts';

type Entry = Awaited<ReturnType<typeof api.incidents.activity.call>>['items'][number];

/** Longest text of a value that a line shows. */
const LONGEST = 80;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

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
function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') return t.common.none;
  if (typeof value === 'string' && INSTANT.test(value)) return <Time at={value} />;
  const text = wordsOf(value) || t.common.none;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** One thing that was done: who, what, when, and which fields differ since. */
export function ActivityItem({ entry: { at, actor, kind, operation, changed } }: { entry: Entry }) {
  return (
    <li className="grid grid-cols-[7rem_1fr] gap-3 border-b border-line py-2">
      <span className="text-sm text-muted">
        <Time at={at} as="ago" />
      </span>
      <div className="min-w-0">
        <p>
          <span className="font-medium">{actor.name ?? t.common.unknown}</span>{' '}
          {t.activity[operation] ?? t.activity[kind] ?? (
            <code className="font-mono text-sm text-muted">{operation}</code>
          )}
        </p>
        {changed.flatMap(leafChanges).map(({ field, before, after }) => (
          <p key={field} className="truncate text-sm text-muted">
            {t.incidents.changedField[field] ?? t.incidents.time[field] ?? t.incidents.role[field] ?? field}:{' '}
            <del className="text-muted">
              <Value value={before} />
            </del>{' '}
            →{' '}
            <ins className="text-text no-underline">
              <Value value={after} />
            </ins>
          </p>
        ))}
      </div>
    </li>
  );
}
