import { withEventMeta } from '@orpc/server';
import { operations } from '../platform/operations/operations.ts';
import * as store from './store.ts';

/** Events of one answer of the database. */
const BATCH = 500;
/** After this many milliseconds the browser connects again, and is asked again who it is. */
const LONGEST = 5 * 60_000;

const positionOf = (lastEventId: string | undefined): number | undefined =>
  lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;

export const eventHandlers = {
  follow: operations.events.follow.handler(async function* ({ input, context, lastEventId, signal }) {
    const { db, platform } = context;
    let after = positionOf(lastEventId) ?? (await store.newestPosition(db));
    const end = AbortSignal.any([AbortSignal.timeout(LONGEST), ...(signal ? [signal] : [])]);
    for await (const _ of platform.feed.growth(end)) {
      // Whether they are still signed in, and who may see what, may have changed since the batch before.
      const actor = await context.askAgain();
      if (actor.kind === 'anonymous') return;
      for (let isMore = true; isMore; ) {
        const newest = await store.newestPosition(db);
        const events = await store.listEvents(db, actor, { after, ...input, most: BATCH });
        for (const event of events) yield withEventMeta({ ...event }, { id: String(event.position) });
        isMore = events.length === BATCH;
        after = isMore ? events.at(-1)!.position : Math.max(newest, events.at(-1)?.position ?? after);
      }
    }
  }),
};
