import { diffTexts, type LineDiff } from './diffTexts.ts';

interface Section {
  id: string;
  title: string;
  markdown: string;
}

export interface SectionDiff {
  id: string;
  /** `moved`: says the same, in another place among those that both sides have. */
  kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  title: { before: string | null; after: string | null };
  lines: LineDiff[];
}

/** Compares two texts section by section, in the order of the later; sections that are gone stand at the end. */
export function diffSections(before: readonly Section[], after: readonly Section[]): SectionDiff[] {
  const old = new Map(before.map(section => [section.id, section]));
  const kept = new Set(after.map(({ id }) => id));
  const places = before.filter(({ id }) => kept.has(id)).map(({ id }) => id);
  const newPlaces = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const kindOf = ({ id }: Section) => (places.indexOf(id) === newPlaces.indexOf(id) ? 'same' : 'moved');
  return [
    ...after.map(section => compare(old.get(section.id), section, kindOf(section))),
    ...before.filter(({ id }) => !kept.has(id)).map(section => compare(section, undefined, 'same')),
  ];
}

/** @param unchanged what to call it when both sides say the same */
function compare(
  before: Section | undefined,
  after: Section | undefined,
  unchanged: 'same' | 'moved',
): SectionDiff {
  const isSame = before?.title === after?.title && before?.markdown === after?.markdown;
  return {
    id: (after ?? before)!.id,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : isSame ? unchanged : 'changed',
    title: { before: before?.title ?? null, after: after?.title ?? null },
    lines: diffTexts(before?.markdown ?? '', after?.markdown ?? ''),
  };
}
