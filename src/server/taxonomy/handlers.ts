import { SEVERITIES } from '../../core/taxonomy/severities.ts';
import {
  checkTerm,
  DIMENSIONS,
  type Dimension,
  type ExtraTerm,
  extendTaxonomy,
} from '../../core/taxonomy/taxonomy.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { operations } from '../platform/operations/operations.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.taxonomy;
const subject = ({ dimension, id }: ExtraTerm) => ({ kind: 'taxonomyTerm', id: `${dimension}/${id}` });

/** Every term, the organisation's own marked. */
async function describe(db: Db) {
  const own = await store.listTerms(db);
  const { taxonomy } = extendTaxonomy(own);
  const marked = (dimension: Dimension) =>
    taxonomy[dimension].map(term => ({
      ...term,
      isOwn: own.some(each => each.dimension === dimension && each.id === term.id),
    }));
  const [layer, causeClass, useCase] = DIMENSIONS.map(marked);
  return {
    layer: layer!,
    causeClass: causeClass!,
    useCase: useCase!,
    severity: SEVERITIES.map(term => ({ ...term, isOwn: false })),
  };
}

/** Refuses a term that cannot stand beside the others. */
function check(term: ExtraTerm, others: readonly ExtraTerm[]): void {
  const remarks = checkTerm(term, extendTaxonomy(others).taxonomy);
  if (remarks.length === 0) return;
  refuse('invalid', remarks.map(({ text }) => text).join(' '), {
    issues: remarks.map(({ on: field, text }) => ({ path: `/${field}`, message: text })),
  });
}

const lock = async (db: Db, dimension: Dimension, id: string): Promise<ExtraTerm> =>
  (await store.lockTerm(db, dimension, id)) ?? refuseAbsent('term of your own');

/** Handlers of the words that incidents are filed under. */
export const taxonomyHandlers = {
  get: on.get.handler(({ context: { db } }) => describe(db)),

  add: on.add.handler(async ({ input: term, context }) => {
    check(term, await store.listTerms(context.db));
    await store.insertTerm(context.db, term, context.now);
    await context.record({ subject: subject(term), after: term });
    return describe(context.db);
  }),

  edit: on.edit.handler(async ({ input: { dimension, id, ...fields }, context }) => {
    const before = await lock(context.db, dimension, id);
    const after = {
      ...before,
      name: fields.name ?? before.name,
      description: fields.description ?? before.description,
    };
    const others = await store.listTerms(context.db);
    check(
      after,
      others.filter(term => term.dimension !== dimension || term.id !== id),
    );
    await store.updateTerm(context.db, before, { name: after.name, description: after.description });
    await context.record({ subject: subject(before), before, after });
    return describe(context.db);
  }),

  remove: on.remove.handler(async ({ input: { dimension, id }, context }) => {
    const before = await lock(context.db, dimension, id);
    await store.deleteTerm(context.db, before);
    await context.record({ subject: subject(before), before });
    return describe(context.db);
  }),
};
