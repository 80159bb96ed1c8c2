import { enterPostmortem } from '../platform/access/enterPostmortem.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { lockRow, showPostmortem } from './changePostmortem.ts';
import { diffSections } from './diffSections.ts';
import { openText, saveText } from './saveText.ts';
import * as store from './textStore.ts';

const on = operations.postmortems;

/** Sections that a version changed or added. */
const withChanged = <Row extends { version: number; sections: readonly store.PlacedSection[] }>(
  row: Row,
) => ({
  ...row,
  changedSections: row.sections.filter(({ version }) => version === row.version),
});

/** The text as it was at a version. Versions that changed no text have that of the one before. */
async function findText(db: Db, id: string, version: number) {
  const newest = (await store.findNewestVersion(db, id)) ?? 0;
  const text = version <= newest ? await store.findText(db, id, version) : undefined;
  return text ?? refuse('not_found', `The postmortem has no version ${version}; it is at version ${newest}.`);
}

/** Handlers of the versions of a postmortem's text. */
export const versionHandlers = {
  versions: on.versions.handler(async ({ input: { id, cursor, limit }, context }) => {
    await enterPostmortem(context, id);
    const [before] = cursor ? (fromCursor(cursor, 1) as [number]) : [];
    const rows = await store.listVersions(context.db, id, { before, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.version], withChanged);
  }),

  readVersion: on.readVersion.handler(async ({ input: { id, number }, context }) => {
    await enterPostmortem(context, id);
    const text = await findText(context.db, id, number);
    return { ...withChanged(text), sections: text.sections };
  }),

  diff: on.diff.handler(async ({ input: { id, from, to }, context }) => {
    await enterPostmortem(context, id);
    const [before, after] = [await findText(context.db, id, from), await findText(context.db, id, to)];
    return { from, to, sections: diffSections(before.sections, after.sections) };
  }),

  restoreVersion: on.restoreVersion.handler(async ({ input: { id, number, note }, context }) => {
    const row = await lockRow(context, id);
    expectVersion(context, row);
    const before = openText(row);
    const { sections: next } = await findText(context.db, id, number);
    await saveText(context, row, {
      before,
      next,
      change: 'restoreVersion',
      note: note || `As it was at version ${number}.`,
    });
    return showPostmortem(context, id);
  }),
};
