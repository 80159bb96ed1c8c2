import { Link } from '@tanstack/react-router';
import { printInstant } from '../../core/instant.ts';
import { Time } from '../ui/Time.tsx';
import type { LogRecord } from './logs/record.ts';
import { recordText } from './logs/recordText.ts';

/** A record as a bundle keeps it: its time is in microseconds. */
type Excerpt = Omit<LogRecord, 'at' | 'number'> & { at: number | null };

interface CitedRecordsProps {
  /** Id or number. */
  incidentId: string;
  /** As a citation holds them. */
  records: readonly unknown[];
}

/** The records that a citation names, each leading to where it stands. */
export function CitedRecords({ incidentId, records }: CitedRecordsProps) {
  return (
    <ol className="flex flex-col gap-2">
      {(records as readonly Excerpt[]).map(record => (
        <li
          key={`${record.path}:${record.line} ${record.name} ${record.spanId}`}
          className="rounded border border-line bg-sunken px-3 py-2"
        >
          <p className="font-mono text-xs [overflow-wrap:anywhere]">
            <bdi>{recordText(record as unknown as LogRecord)}</bdi>
          </p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
            {record.at !== null && <Time at={printInstant(record.at)} digits={3} />}
            <bdi>{record.service || record.source}</bdi>
            <Link
              to="/incidents/$id/evidence"
              params={{ id: incidentId }}
              search={{ view: 'logs', path: [record.path], line: record.line, kind: 'all' }}
              className="[overflow-wrap:anywhere] hover:text-accent hover:underline"
            >
              {record.path}:{record.line}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  );
}
