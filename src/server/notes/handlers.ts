import { randomUUIDv7 } from 'node:crypto';
import { enterIncident, findSeenIncident } from '../platform/access/enterIncident.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.notes;

const about = ({ id, incidentId }: { id: string; incidentId: string }) => ({
  subject: { kind: 'note', id },
  incidentId,
});

const load = async ({ db, actor }: OperationContext, id: string): Promise<store.NoteRow> =>
  (await store.findNote(db, actor, id)) ?? refuseAbsent('note');

/** Handlers of notes on incidents. */
export const noteHandlers = {
  list: on.list.handler(async ({ input: { incidentId, cursor, limit }, context }) => {
    const incident = await enterIncident(context, incidentId);
    const [after] = cursor ? (fromCursor(cursor, 1) as [string]) : [];
    const rows = await store.listNotes(context.db, context.actor, incident.id, { after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.id]);
  }),

  add: on.add.handler(async ({ input, context }) => {
    const { db, actor, now } = context;
    const incident = await findSeenIncident(context, input.incidentId);
    const note = await store.addNote(db, actor, {
      id: randomUUIDv7(),
      incidentId: incident.id,
      body: input.body,
      authorId: actor.id || null,
      at: now,
    });
    await context.record({ ...about(note), after: note });
    return note;
  }),

  edit: on.edit.handler(async ({ input: { id, body }, context }) => {
    await store.lockNote(context.db, id);
    const before = await load(context, id);
    if (before.authorId !== context.actor.id)
      refuse(
        'forbidden',
        'Only its author rewrites a note. Write a note of your own that says what is to be corrected.',
      );
    expectVersion(context, before);
    await store.updateNote(context.db, { id, version: before.version, body, at: context.now });
    const after = await load(context, id);
    await context.record({ ...about(before), before, after });
    return after;
  }),

  versions: on.versions.handler(async ({ input: { id, cursor, limit }, context }) => {
    const note = await load(context, id);
    if (note.isRestricted) await context.record(about(note));
    const [after] = cursor ? (fromCursor(cursor, 1) as [number]) : [];
    const rows = await store.listNoteVersions(context.db, id, { after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.version]);
  }),
};
