import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Micros } from '../../core/record.ts';
import { api } from '../api.ts';

/** Phases of the draft that are trouble for customers. */
const TROUBLE = ['impact', 'detected', 'mitigated'];

export interface Impact {
  from: Micros;
  to: Micros;
}

/** When customers felt it, as the evidence has it; undefined where it does not say, and until that is known. */
export function useImpact(incidentId: string): { impact: Impact | undefined; isPending: boolean } {
  const { data, isPending } = useQuery(api.timeline.get.queryOptions({ input: { incidentId } }));
  // The same object as long as it says the same: graphs are drawn again when it changes.
  const impact = useMemo(() => {
    const phases = data?.phases.filter(({ name }) => TROUBLE.includes(name)) ?? [];
    if (phases.length === 0) return undefined;
    return {
      from: Math.min(...phases.map(({ from }) => from)),
      to: Math.max(...phases.map(({ to }) => to)),
    };
  }, [data]);
  return { impact, isPending };
}
