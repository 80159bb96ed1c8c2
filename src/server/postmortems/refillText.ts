import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { findBundle } from './bundleStore.ts';
import { draftTexts } from './draftTexts.ts';
import { openText, rewrite, saveText, writerOf } from './saveText.ts';
import type { PostmortemRow } from './store.ts';
import type { WrittenSection } from './textStore.ts';

/** The sections to fill: those that were asked for, or all that no person wrote. */
function fillable(sections: readonly WrittenSection[], asked: readonly string[] | undefined): Set<string> {
  if (asked === undefined)
    return new Set(sections.filter(({ writtenBy }) => writtenBy !== 'person').map(({ id }) => id));
  for (const id of asked) {
    const section = sections.find(each => each.id === id);
    if (section === undefined) refuse('invalid', `The postmortem has no section ${id}. Read it again.`);
    if (section.writtenBy === 'person')
      refuse(
        'conflict',
        `People wrote “${section.title}”, and a draft does not overwrite them. Empty the section first.`,
      );
  }
  return new Set(asked);
}

/**
 * Fills sections that no person wrote from the newest draft. Evidence that the text cites already keeps its name.
 *
 * @param row the postmortem, locked
 * @throws conflict when there is no draft, or a person wrote what was asked for
 */
export async function refillText(
  context: OperationContext,
  row: PostmortemRow,
  { sectionIds, note }: { sectionIds?: readonly string[] | undefined; note: string },
): Promise<void> {
  const { db } = context;
  const before = openText(row);
  const draft = await findBundle(db, row.incident.id);
  if (!draft)
    refuse('conflict', 'There is no draft yet. Put evidence on the incident; the draft follows from it.');
  const textOf = await draftTexts(db, row, { draft, sectionIds: fillable(before, sectionIds) });
  await saveText(context, row, {
    before,
    next: before.map(section => {
      const markdown = textOf.get(section.id);
      if (markdown === undefined) return section;
      return rewrite(section, { markdown, writtenBy: writerOf(markdown, 'draft') });
    }),
    change: 'refill',
    note: note || 'Filled from a newer draft.',
    columns: { draftId: draft.id },
  });
}
