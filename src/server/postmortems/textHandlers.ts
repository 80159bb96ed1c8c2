import { randomUUIDv7 } from 'node:crypto';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { lockRow, showPostmortem } from './changePostmortem.ts';
import { expectUnchangedSince } from './expectUnchangedSince.ts';
import { refillText } from './refillText.ts';
import { type NextSection, openText, rewrite, saveText, writerOf } from './saveText.ts';
import type { WrittenSection } from './textStore.ts';

const on = operations.postmortems;
const MOST_SECTIONS = 100;

const find = (sections: readonly WrittenSection[], id: string): WrittenSection =>
  sections.find(section => section.id === id) ??
  refuse('not_found', `The postmortem has no section ${id}. Read it again: somebody may have taken it out.`);

/** Changes which sections there are or how they follow: at the postmortem's version that the caller expects. */
async function changeOutline(
  context: OperationContext,
  { postmortemId, change, note }: { postmortemId: string; change: string; note: string },
  outline: (before: readonly WrittenSection[]) => readonly NextSection[],
) {
  const row = await lockRow(context, postmortemId);
  expectVersion(context, row);
  const before = openText(row);
  await saveText(context, row, { before, next: outline(before), change, note });
  return showPostmortem(context, postmortemId);
}

function insertBehind(
  before: readonly WrittenSection[],
  after: string | null | undefined,
  section: NextSection,
): NextSection[] {
  if (before.length >= MOST_SECTIONS)
    refuse(
      'invalid',
      `A postmortem has at most ${MOST_SECTIONS} sections. Take one out, or write in one that is there.`,
    );
  if (after === undefined) return [...before, section];
  const at = after === null ? 0 : before.indexOf(find(before, after)) + 1;
  return [...before.slice(0, at), section, ...before.slice(at)];
}

function reorder(before: readonly WrittenSection[], ids: readonly string[]): WrittenSection[] {
  const isWhole = new Set(ids).size === ids.length && ids.length === before.length;
  if (!isWhole || !before.every(({ id }) => ids.includes(id)))
    refuse(
      'invalid',
      'An order names every section of the postmortem once. Read it again: its sections may have changed.',
    );
  return ids.map(id => find(before, id));
}

/** Handlers of the sections of a postmortem. */
export const textHandlers = {
  editSection: on.editSection.handler(
    async ({ input: { postmortemId, id, title, markdown, note }, context }) => {
      const row = await lockRow(context, postmortemId);
      const before = openText(row);
      const section = find(before, id);
      expectUnchangedSince(context, { version: section.version, newest: row.version });
      const retitled = title === undefined ? section : { ...section, title };
      const written =
        markdown === undefined || markdown === section.markdown
          ? retitled
          : rewrite(retitled, { markdown, writtenBy: writerOf(markdown, 'person') });
      await saveText(context, row, {
        before,
        next: before.map(each => (each.id === id ? written : each)),
        change: 'editSection',
        note,
      });
      const { sections } = await showPostmortem(context, postmortemId);
      return sections.find(each => each.id === id)!;
    },
  ),

  addSection: on.addSection.handler(({ input: { postmortemId, title, markdown, after, note }, context }) =>
    changeOutline(context, { postmortemId, change: 'addSection', note }, before =>
      insertBehind(before, after, {
        id: randomUUIDv7(),
        title,
        markdown,
        writtenBy: writerOf(markdown, 'person'),
      }),
    ),
  ),

  removeSection: on.removeSection.handler(({ input: { postmortemId, id, note }, context }) =>
    changeOutline(context, { postmortemId, change: 'removeSection', note }, before => {
      find(before, id);
      return before.filter(section => section.id !== id);
    }),
  ),

  orderSections: on.orderSections.handler(({ input: { postmortemId, ids, note }, context }) =>
    changeOutline(context, { postmortemId, change: 'orderSections', note }, before => reorder(before, ids)),
  ),

  refill: on.refill.handler(async ({ input: { id, ...options }, context }) => {
    const row = await lockRow(context, id);
    expectVersion(context, row);
    await refillText(context, row, options);
    return showPostmortem(context, id);
  }),
};
