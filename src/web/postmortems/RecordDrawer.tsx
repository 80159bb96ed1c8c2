import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { RecordFacts } from '../evidence/logs/RecordFacts.tsx';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { parsePlace } from './cite.ts';
import type { Postmortem } from './postmortem.ts';

interface RecordDrawerProps {
  postmortem: Pick<Postmortem, 'incident'>;
  /** Where it stands in the evidence: `logs/app.log.gz:173`. */
  place: string;
  onClose(): void;
}

/** The record that a finding rests on, in the newest reading of the evidence. */
export function RecordDrawer({ postmortem: { incident }, place, onClose }: RecordDrawerProps) {
  const at = parsePlace(place);
  const found = useQuery(
    api.records.search.queryOptions({
      input: { incidentId: incident.number, path: [at?.path ?? ''], line: at?.line ?? 0, limit: 1 },
      enabled: at !== null,
    }),
  );
  const record = found.data?.items[0];
  const isAbsent = at === null || (found.isSuccess && !record);
  return (
    <Dialog isOpen onClose={onClose} place="side" title={place}>
      <Fetched query={found}>{() => null}</Fetched>
      {isAbsent && <p className="text-muted">{t.postmortems.citationNone}</p>}
      {at && record && (
        <div className="flex flex-col gap-4">
          <pre
            dir="auto"
            className="max-h-80 overflow-auto whitespace-pre-wrap rounded border border-line bg-sunken p-2.5 font-mono text-xs [overflow-wrap:anywhere]"
          >
            {record.body || record.name}
          </pre>
          <RecordFacts record={record} />
          <Link
            to="/incidents/$id/evidence"
            params={{ id: incident.number }}
            search={{ view: 'logs', path: [at.path], line: at.line, kind: 'all' }}
            className="text-accent underline underline-offset-2"
          >
            {t.postmortems.recordBeside}
          </Link>
        </div>
      )}
    </Dialog>
  );
}
