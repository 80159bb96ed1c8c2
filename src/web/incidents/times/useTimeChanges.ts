import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** How the times of an incident came to be, oldest first: as many changes as one page holds, more than people make. */
export const useTimeChanges = (incidentId: string) =>
  useQuery(api.incidents.timeChanges.queryOptions({ input: { id: incidentId, limit: 200 } }));
