import { parseInstant } from '../../core/instant.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { operations } from '../platform/operations/operations.ts';
import { countFacets } from './countFacets.ts';
import { findCandidates } from './findCandidates.ts';
import { followColumns } from './followColumns.ts';
import { describeDocuments, type FoundDocument } from './hitStore.ts';
import { markTexts } from './markTexts.ts';
import { pageByAge, pageByRank } from './orderHits.ts';
import { showFacets } from './showFacets.ts';
import { understand } from './understand.ts';

const on = operations.search;

/** Hits as far as the actor still sees them; each restricted one is a view on record. */
async function showHits(context: OperationContext, ords: readonly number[]): Promise<FoundDocument[]> {
  const documents = await describeDocuments(context.db, context.actor, ords);
  const restricted = documents.filter(({ isRestricted }) => isRestricted);
  await Promise.all(
    restricted.map(({ kind, id, incident, isPostmortemRestricted }) =>
      context.record({
        subject: { kind, id },
        ...(!isPostmortemRestricted && { incidentId: incident.id }),
      }),
    ),
  );
  return documents;
}

export const searchHandlers = {
  find: on.find.handler(async ({ input, context }) => {
    const { text, sort, limit, cursor, from, to, isMine, ...facets } = input;
    const { db, actor, now } = context;
    const understood = await understand(context, text);
    const columns = understood?.columns ?? (await followColumns(db));
    const candidates =
      understood && isMine === undefined
        ? understood.matches
        : await findCandidates(db, actor, columns, { matches: understood?.matches, isMine });
    const { hits, counts } = countFacets(columns, candidates, {
      facets,
      from: from === undefined ? Number.NEGATIVE_INFINITY : parseInstant(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : parseInstant(to),
    });
    const isRanked = understood !== undefined && sort === 'relevance';
    const [{ ords, nextCursor }, shown] = await Promise.all([
      isRanked
        ? pageByRank(db, columns, hits, { limit, cursor, text, now, query: understood.query })
        : pageByAge(columns, hits, { limit, cursor }),
      showFacets(db, counts),
    ]);
    const [documents, snippets] = await Promise.all([
      showHits(context, ords),
      understood && markTexts(db, ords, understood),
    ]);
    return {
      items: documents.map(document => ({ ...document, snippets: snippets?.get(document.id) ?? [] })),
      nextCursor,
      total: hits.length,
      readAs: understood?.readAs ?? [],
      facets: shown,
    };
  }),
};
