import { parseInstant } from '../../../core/instant.ts';
import type { RecordFilter } from '../../../recorder/records/recordFilter.ts';

type Asked = Omit<RecordFilter, 'from' | 'to'> & { from?: string | undefined; to?: string | undefined };

/** What is asked for as the archive takes it: instants in microseconds, nothing but the filter. */
export function toFilter({
  text,
  not,
  traceId,
  line,
  source,
  service,
  host,
  path,
  level,
  kind,
  from,
  to,
}: Asked): RecordFilter {
  return {
    text,
    not,
    traceId,
    line,
    source,
    service,
    host,
    path,
    level,
    kind,
    from: from === undefined ? undefined : parseInstant(from),
    to: to === undefined ? undefined : parseInstant(to),
  };
}
