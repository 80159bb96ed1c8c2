import { randomUUIDv7 } from 'node:crypto';
import { isEditable } from '../../core/lifecycle/postmortem.ts';
import { aboutPostmortem } from '../platform/access/enterPostmortem.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { listRecordedLines } from './measureStore.ts';
import { measureText } from './measureText.ts';
import * as store from './store.ts';
import * as texts from './textStore.ts';

/** UTF-16 units of all sections together: what is read, compared and measured as a whole. */
const LONGEST_TEXT = 2_000_000;

/** A section as a change leaves it; one whose text is in the database already names it. */
export type NextSection = Pick<texts.WrittenSection, 'id' | 'title' | 'markdown' | 'writtenBy'> & {
  textId?: string | undefined;
};

export interface Change {
  /** The newest text; empty for a postmortem that is being opened. */
  before: readonly texts.WrittenSection[];
  next: readonly NextSection[];
  /** Which operation it is, for the list of versions. */
  change: string;
  note: string;
  columns?: Changes<store.PostmortemColumns>;
}

/** Who wrote a text that was saved: nobody, when it is empty, so that a draft may fill it again. */
export const writerOf = <Writer extends 'draft' | 'person'>(
  markdown: string,
  writer: Writer,
): Writer | 'nobody' => (markdown === '' ? 'nobody' : writer);

/**
 * The newest text of a postmortem that is locked for a change.
 *
 * @throws conflict when the text may not be changed in the postmortem's state
 */
export function openText({ state, sections }: store.PostmortemRow): texts.WrittenSection[] {
  if (!isEditable(state))
    refuse(
      'conflict',
      `The postmortem is ${state}, so its text stands. Revise it first, which makes it a draft again.`,
    );
  return sections;
}

/** A section with another text. */
export const rewrite = (
  { id, title }: Pick<NextSection, 'id' | 'title'>,
  { markdown, writtenBy }: Pick<NextSection, 'markdown' | 'writtenBy'>,
): NextSection => ({ id, title, markdown, writtenBy });

/**
 * Makes sections the newest version of a text, and puts it on record. What did not change keeps its version; a text that
 * is the same as before makes no version at all.
 *
 * @param row the postmortem as it was, locked
 * @throws too_large
 */
export async function saveText(
  context: OperationContext,
  row: store.PostmortemRow,
  { before, next, change, note, columns = {} }: Change,
): Promise<void> {
  const { db, now, actor } = context;
  if (next.reduce((length, { markdown }) => length + markdown.length, 0) > LONGEST_TEXT)
    refuse(
      'too_large',
      `A postmortem has at most ${LONGEST_TEXT} characters. Link to long material instead of pasting it.`,
    );
  const version = row.version + 1;
  const written = place(before, next, version);
  const isSame = isSameText(before, written);
  if (!isSame) {
    const known = new Set([...before, ...next].map(({ textId }) => textId));
    const added = written.filter(({ textId }) => !known.has(textId));
    await texts.insertTexts(
      db,
      row.id,
      added.map(({ textId: id, markdown }) => ({ id, markdown })),
    );
    await texts.insertVersion(db, {
      postmortemId: row.id,
      version,
      sections: written.map(toPlaced),
      change,
      note,
      authorId: actor.id || null,
      createdAt: now,
    });
    const recorded = await listRecordedLines(db, row.id);
    const saysSomething = written.some(({ markdown }) => markdown.trim() !== '');
    const measured = measureText({ template: row.template, sections: written, recorded });
    const draftedAt = row.draftedAt ?? (saysSomething ? now : null);
    await store.updatePostmortem(db, row.id, { ...columns, ...measured, draftedAt }, now);
  }
  await context.record({
    ...aboutPostmortem({ ...row, incidentId: row.incident.id }),
    before: row.version === 0 ? null : { version: row.version, sections: changedIn(before, written) },
    after: { version: isSame ? row.version : version, sections: changedIn(written, before) },
  });
}

/** Gives each section its text and the version that last changed it. */
const place = (
  before: readonly texts.WrittenSection[],
  next: readonly NextSection[],
  version: number,
): texts.WrittenSection[] =>
  next.map(section => {
    const old = before.find(({ id }) => id === section.id);
    const textId = old?.markdown === section.markdown ? old.textId : (section.textId ?? randomUUIDv7());
    const isSame =
      old?.textId === textId && old.title === section.title && old.writtenBy === section.writtenBy;
    return { ...section, textId, version: isSame ? old.version : version };
  });

const toPlaced = ({ id, title, textId, version, writtenBy }: texts.WrittenSection): texts.PlacedSection => ({
  id,
  title,
  textId,
  version,
  writtenBy,
});

const isSameText = (one: readonly texts.WrittenSection[], other: readonly texts.WrittenSection[]): boolean =>
  one.length === other.length &&
  one.every(({ id, version }, i) => other[i]!.id === id && other[i]!.version === version);

/** Sections that the other text does not have, or has otherwise; what they say stands in the versions. */
const changedIn = (sections: readonly texts.WrittenSection[], other: readonly texts.WrittenSection[]) =>
  sections.filter(({ id, version }, i) => other[i]?.id !== id || other[i]?.version !== version).map(toPlaced);
