import type { DraftSection } from './template.ts';

let lastKey = 0;

/** A key that no other section has while the page is open. */
export const nextKey = (): number => ++lastKey;

/** A section that somebody is about to write. */
export const blankSection = (): DraftSection => ({
  key: nextKey(),
  id: '',
  title: '',
  guidance: '',
  isRequired: false,
  minimumWords: 10,
  filledBy: [],
});

/** `What went well?` → `what-went-well`: what a section is called in addresses, unless somebody says otherwise. */
export const idFromTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** The sections with one moved by so many places; unchanged where it cannot go further. */
export function moveSection(
  sections: readonly DraftSection[],
  key: number,
  by: number,
): readonly DraftSection[] {
  const from = sections.findIndex(section => section.key === key);
  const moved = sections[from];
  const to = from + by;
  if (!moved || to < 0 || to >= sections.length) return sections;
  return sections.toSpliced(from, 1).toSpliced(to, 0, moved);
}
