import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { printInstant } from '../../../core/instant.ts';
import { type Impact, useImpact } from '../useImpact.ts';

export type StretchKind = 'impact' | 'all' | 'own';

/** What of the views of traces stands in the address. */
export interface TraceSearch {
  view?: string;
  reading?: string;
  service?: string;
  trace?: string;
  order?: string;
  all?: boolean;
  from?: string;
  to?: string;
  caller?: string;
  text?: string;
  sort?: string;
  find?: string;
  at?: string[];
  by?: string;
  side?: string;
  as?: string;
}

export interface ChosenStretch {
  kind: StretchKind;
  /** It is not known yet when the impact was. */
  isPending: boolean;
  /** As the server takes it; empty for all of the evidence. */
  input: { from?: string; to?: string };
  /** There is a time before it. */
  isCompared: boolean;
  impact: Impact | undefined;
  search: TraceSearch;
  /** Changes the address, as a step that the back button undoes or in its place; undefined takes something out of it. */
  change(next: Partial<Record<keyof TraceSearch, unknown>>, as?: 'step' | 'replace'): void;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The time that the views of traces look at: a stretch of the address, or the impact, or all of the evidence. */
export function useStretch(incidentId: string): ChosenStretch {
  const search = useSearch({ strict: false }) as TraceSearch;
  const navigate = useNavigate();
  const { impact, isPending } = useImpact(incidentId);
  const [from, to] = [textOf(search.from), textOf(search.to)];
  const isOwn = from !== undefined || to !== undefined;
  const kind: StretchKind = isOwn ? 'own' : impact && !search.all ? 'impact' : 'all';
  const input = useMemo(() => {
    if (kind === 'own') return { ...(from && { from }), ...(to && { to }) };
    return kind === 'impact' && impact
      ? { from: printInstant(impact.from), to: printInstant(impact.to) }
      : {};
  }, [kind, from, to, impact]);
  const change = useCallback(
    (next: Partial<Record<keyof TraceSearch, unknown>>, as: 'step' | 'replace' = 'step') =>
      void navigate({
        to: '.',
        search: ((before: object) => ({ ...before, ...next })) as never,
        replace: as === 'replace',
        resetScroll: false,
      }),
    [navigate],
  );
  return { kind, isPending, input, isCompared: 'from' in input, impact, search, change };
}
