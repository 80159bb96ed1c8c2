import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followReading } from '../../../client/browser/followReading.ts';
import { api } from '../../api.ts';
import type { Reading } from '../evidence.ts';

/** Enough to find the newest that is done behind those that newer evidence overtook. */
const LIMIT = 50;

/** Whether a reading is still on its way. */
export const isUnderWay = ({ state }: Reading): boolean => state === 'waiting' || state === 'running';

/** The readings of an incident, newest first; one that is under way is followed as it goes. */
export function useReadings(incidentId: string) {
  const queryClient = useQueryClient();
  const options = api.readings.list.queryOptions({ input: { incidentId, limit: LIMIT } });
  const list = useQuery(options);
  const newest = list.data?.items[0];
  const isFollowed = newest !== undefined && isUnderWay(newest);
  const { queryKey } = options;
  const key = JSON.stringify(queryKey);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is another object on every render; its text is not.
  useEffect(() => {
    if (!isFollowed) return;
    return followReading(incidentId, changed => {
      queryClient.setQueryData(queryKey, before => {
        if (!before) return before;
        const others = before.items.filter(({ id }) => id !== changed.id);
        const items = [changed, ...others].sort((a, b) => b.version - a.version);
        return { ...before, items };
      });
    });
  }, [incidentId, isFollowed, key, queryClient]);

  return {
    ...list,
    newest,
    /** What results are shown of. */
    done: list.data?.items.find(({ state }) => state === 'done'),
    readings: list.data?.items ?? [],
  };
}
