import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { CitedRecords } from '../evidence/CitedRecords.tsx';
import { t } from '../messages/index.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import type { Postmortem } from './postmortem.ts';

interface CitationDrawerProps {
  postmortem: Pick<Postmortem, 'id' | 'incident'>;
  /** Its name in the text: `e3`. */
  id: string;
  onClose(): void;
}

/** The evidence that a sentence rests on. */
export function CitationDrawer({ postmortem, id, onClose }: CitationDrawerProps) {
  const list = useQuery(api.postmortems.citations.queryOptions({ input: { id: postmortem.id } }));
  const citation = list.data?.items.find(item => item.id === id);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={t.postmortems.citation(id)}
      {...(citation && { description: citation.label })}
    >
      <Fetched query={list}>{() => null}</Fetched>
      {list.isSuccess && !citation && <p className="text-muted">{t.postmortems.citationNone}</p>}
      {citation && (
        <div className="flex flex-col gap-4">
          {citation.count > citation.records.length && (
            <p className="text-muted">{t.suspects.someOf(citation.records.length, citation.count)}</p>
          )}
          <CitedRecords incidentId={postmortem.incident.number} records={citation.records} />
          {citation.path && (
            <p className="text-muted [overflow-wrap:anywhere]">
              {t.postmortems.citationPath}: <code className="font-mono">{citation.path}</code>
            </p>
          )}
          {citation.query && (
            <CopyLine label={t.suspects.query} value={citation.query} hint={t.suspects.queryHint} />
          )}
        </div>
      )}
    </Dialog>
  );
}
