import { adoptCitations } from '../../core/document/adoptCitations.ts';
import { fillTemplate } from '../../core/document/templates/fillTemplate.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Draft } from './bundleStore.ts';
import type { PostmortemRow } from './store.ts';
import { insertCitations, listCitations } from './textStore.ts';

/**
 * What a draft says in sections of a postmortem, by their ids. The evidence that it cites there is kept with the
 * postmortem, under names that are free or that it has already.
 */
export async function draftTexts(
  db: Db,
  { id: postmortemId, template }: PostmortemRow,
  { draft: { bundle }, sectionIds }: { draft: Draft; sectionIds: ReadonlySet<string> },
): Promise<Map<string, string>> {
  const sections = template.sections.filter(({ id }) => sectionIds.has(id));
  const filled = fillTemplate({ ...template, description: '', sections }, bundle).sections;
  const { texts, added } = adoptCitations(
    filled.map(({ markdown }) => markdown),
    bundle.citations,
    await listCitations(db, postmortemId),
  );
  await insertCitations(db, postmortemId, added);
  return new Map(filled.map(({ id }, i) => [id, texts[i]!]));
}
