import { useQuery } from '@tanstack/react-query';
import { parseInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import type { LogRecord } from '../../evidence/logs/record.ts';
import type { GivenSpan } from './arrangeSpans.ts';

const PAGE = 200;
/** A waterfall of more spans is read by nobody. */
const MOST_PAGES = 25;

export type TraceSpan = Omit<LogRecord, 'at' | 'durationUs'> & GivenSpan;

async function readSpans(incidentId: string, readingId: string, traceId: string): Promise<TraceSpan[]> {
  const spans: TraceSpan[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, nextCursor } = await api.records.search.call({
      incidentId,
      readingId,
      traceId,
      kind: ['span'],
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    for (const { at, durationUs, ...record } of items)
      if (at) spans.push({ ...record, at: parseInstant(at), durationUs: durationUs ?? 0 });
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return spans;
}

/** All spans of one trace. */
export const useTrace = (incidentId: string, readingId: string, traceId: string) =>
  useQuery({
    queryKey: ['trace', incidentId, readingId, traceId],
    queryFn: () => readSpans(incidentId, readingId, traceId),
    staleTime: Number.POSITIVE_INFINITY,
  });
