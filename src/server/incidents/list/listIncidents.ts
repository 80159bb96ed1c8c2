import { recordView } from '../../platform/access/enterIncident.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { toIncident } from '../toIncident.ts';
import * as store from './store.ts';

/** Lists incidents; each restricted one among them is a view on record. */
export const listIncidents = operations.incidents.list.handler(
  async ({ input: { cursor, limit, sort, ...filter }, context }) => {
    const { columns, keyOf } = store.SORTS[sort];
    const after = cursor ? fromCursor(cursor, columns.length) : undefined;
    const rows = await store.listIncidents(context.db, context.actor, {
      filter,
      sort,
      after,
      most: limit + 1,
    });
    const page = pageFrom(rows, limit, keyOf, row => toIncident(row, context.now));
    await recordView(context, ...page.items);
    return page;
  },
);
