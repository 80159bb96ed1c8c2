import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../api.ts';
import type { Incident } from './incident.ts';

/** The incident that the page's frame has loaded; for its tabs. */
export function useIncident(): Incident {
  const { id } = useParams({ strict: false });
  return useSuspenseQuery(api.incidents.get.queryOptions({ input: { id: id ?? '' } })).data;
}
