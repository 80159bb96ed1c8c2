import { enterIncident } from '../../platform/access/enterIncident.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { type EventRow, listEvents } from './store.ts';

/** Nouns whose content everyone may read who may see the incident; of others only is told that something was done. */
const OPEN_SUBJECTS = new Set(['incident', 'note', 'moment']);

/** Fields that follow from others, and would only repeat them. */
const DERIVED = new Set(['version', 'updatedAt', 'canGo', 'durations', 'unknownTimes', 'remarks']);

const openedValue = (opening: string | null): Record<string, unknown> | null =>
  opening === null ? null : (JSON.parse(opening) as { value: Record<string, unknown> | null }).value;

/** The fields that differ between a noun as it was and as it is. */
function differences({ before, after, subjectKind }: EventRow) {
  if (subjectKind === null || !OPEN_SUBJECTS.has(subjectKind)) return [];
  const [was, is] = [openedValue(before), openedValue(after)];
  if (!was || !is) return [];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(field => !DERIVED.has(field) && JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map(field => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
}

const toEntry = (row: EventRow) => ({
  id: row.id,
  at: row.at,
  operation: row.operation,
  kind: row.kind,
  actor: { kind: row.actorKind, id: row.actorId, name: actorName(row) },
  subject:
    row.subjectKind && row.subjectId
      ? { kind: row.subjectKind, id: row.subjectId, name: subjectName(row) }
      : null,
  changed: differences(row),
});

/** Of nouns that everyone may read who may see the incident: the field that tells them apart. */
const NAMES: Readonly<Record<string, string>> = {
  evidence: 'name',
  upload: 'name',
  moment: 'title',
  note: 'body',
};
/** Characters of a name that a list of what was done has room for. */
const LONGEST_NAME = 120;

function subjectName({ subjectKind, before, after }: EventRow): string | null {
  const field = NAMES[subjectKind ?? ''];
  const name = field && (openedValue(after) ?? openedValue(before))?.[field];
  return typeof name === 'string' ? name.slice(0, LONGEST_NAME) : null;
}

/** Null where the name was erased. */
const actorName = ({ actorName }: EventRow): string | null =>
  actorName === null ? null : (JSON.parse(actorName) as { value: string | null }).value;

/** Lists what was done to an incident, from the audit log. */
export const listActivity = operations.incidents.activity.handler(
  async ({ input: { id, cursor, limit, kind }, context }) => {
    const incident = await enterIncident(context, id);
    const [after] = cursor ? (fromCursor(cursor, 1) as [string]) : [];
    const rows = await listEvents(context.db, context.actor, incident.id, { kind, after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.id], toEntry);
  },
);
