import type { api } from '../../api.ts';

/** One thing that was done, as the server tells it. */
export type Entry = Awaited<ReturnType<typeof api.incidents.activity.call>>['items'][number];
