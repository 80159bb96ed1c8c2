import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import type { CoverageRow } from '../evidence.ts';

/** Rows that are asked for, to be summed by file. */
const LIMIT = 200;
const MOST_PAGES = 10;

async function readAll(
  incidentId: string,
  readingId: string,
): Promise<{ rows: CoverageRow[]; isCut: boolean }> {
  const rows: CoverageRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await api.readings.coverage.call({
      incidentId,
      readingId,
      limit: LIMIT,
      ...(cursor && { cursor }),
    });
    rows.push(...found.items);
    if (found.nextCursor === null) return { rows, isCut: false };
    cursor = found.nextCursor;
  }
  return { rows, isCut: true };
}

/** What a file was read as, everything in it summed where it is an archive. */
export interface FileCoverage {
  readers: string[];
  records: number;
  notUnderstood: number;
  /** Why it was not read; empty when it was. */
  skipped: string;
}

const NOT_UNDERSTOOD = ({ text, withoutTime, skipped }: CoverageRow): number =>
  skipped ? 0 : Math.max(text, withoutTime);

function sum(rows: readonly CoverageRow[], isCut: boolean): (name: string) => FileCoverage | undefined {
  const byName = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    // Files in an archive stand under its path: each level of the path may be the name of a file of evidence.
    const parts = row.path.split('/');
    for (let end = 1; end <= parts.length; end++) {
      const name = parts.slice(0, end).join('/');
      const known = byName.get(name);
      if (known) known.push(row);
      else byName.set(name, [row]);
    }
  }
  return name => {
    const own = byName.get(name);
    if (!own || (isCut && own.length > 1)) return undefined;
    return {
      readers: [...new Set(own.flatMap(row => Object.keys(row.readers)))],
      records: own.reduce((total, row) => total + row.records, 0),
      notUnderstood: own.reduce((total, row) => total + NOT_UNDERSTOOD(row), 0),
      skipped: own.every(row => row.skipped) ? own[0]!.skipped : '',
    };
  };
}

/** What each file was read as, by its name. */
export function useCoverage(incidentId: string, readingId: string | undefined) {
  const { data } = useQuery({
    queryKey: ['fileCoverage', incidentId, readingId],
    queryFn: () => readAll(incidentId, readingId!),
    enabled: readingId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ rows, isCut }) => sum(rows, isCut),
  });
  return data;
}
