import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';

interface CitationDrawerProps {
  postmortemId: string;
  /** Its name in the text: `e3`. */
  id: string;
  onClose(): void;
}

const CODE =
  'overflow-x-auto whitespace-pre-wrap rounded border border-line bg-sunken p-2.5 font-mono text-sm';

/** The evidence that a sentence rests on. */
export function CitationDrawer({ postmortemId, id, onClose }: CitationDrawerProps) {
  const list = useQuery(api.postmortems.citations.queryOptions({ input: { id: postmortemId } }));
  const citation = list.data?.items.find(item => item.id === id);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={t.postmortems.citation(id)}
      {...(citation && { description: citation.label })}
    >
      {list.isPending && <SkeletonRows count={4} />}
      {list.isSuccess && !citation && <p className="text-muted">{t.postmortems.citationNone}</p>}
      {citation && (
        <div className="flex flex-col gap-4">
          <p className="text-muted">{t.postmortems.citationRecords(citation.count)}</p>
          {citation.path && (
            <p>
              {t.postmortems.citationPath}: <code className="font-mono">{citation.path}</code>
            </p>
          )}
          {citation.records.map(record => (
            <pre key={JSON.stringify(record)} className={CODE}>
              {JSON.stringify(record, null, 2)}
            </pre>
          ))}
          {citation.query && (
            <div>
              <h3 className="mb-1 font-semibold">{t.postmortems.citationQuery}</h3>
              <pre className={CODE}>{citation.query}</pre>
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}
