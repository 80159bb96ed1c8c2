import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { FINDING_KINDS, SUPPORTS } from '../../core/findings/finding.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { CitationDrawer } from './CitationDrawer.tsx';
import { FindingForm } from './FindingForm.tsx';
import type { Finding } from './finding.ts';
import type { Postmortem } from './postmortem.ts';

/** What was found, each with the evidence for it; what lacks support says so. */
export function FindingsView({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState<Finding | 'new' | null>(null);
  const [cited, setCited] = useState<string | null>(null);
  const mayEdit = me.may(CONTRIBUTORS);
  const list = useQuery(api.findings.list.queryOptions({ input: { postmortemId: postmortem.id } }));
  const remove = useMutation({
    mutationFn: (id: string) => api.findings.remove.call({ id }),
    onSuccess: () => {
      say(t.postmortems.finding.removed);
      return queryClient.invalidateQueries({ queryKey: api.findings.key() });
    },
    onError: sayError,
  });
  if (isLost(list)) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows />;
  return (
    <div className="max-w-4xl">
      {list.data.items.length === 0 && <p className="mb-3 text-muted">{t.postmortems.finding.empty}</p>}
      <ol className="mb-4 flex flex-col gap-3">
        {list.data.items.map(finding => (
          <li key={finding.id} className="group rounded border border-line bg-panel px-4 py-3">
            <p className="flex flex-wrap items-center gap-2">
              <Badge>{FINDING_KINDS.find(({ id }) => id === finding.kind)?.name}</Badge>
              <Badge tone={finding.isSupported ? 'good' : 'warn'}>
                {SUPPORTS.find(({ id }) => id === finding.support)?.name}
              </Badge>
              {finding.cites.map(cite => (
                <button
                  key={`${cite.kind} ${cite.id}`}
                  type="button"
                  className="rounded-sm bg-accent-soft px-1.5 font-mono text-xs text-accent"
                  onClick={() => setCited(cite.id)}
                >
                  {cite.id}
                </button>
              ))}
              {mayEdit && (
                <span className="ml-auto flex gap-1">
                  <Button kind="quiet" size="small" onClick={() => setEdited(finding)}>
                    {t.common.edit}
                  </Button>
                  <Button kind="quiet" size="small" onClick={() => remove.mutate(finding.id)}>
                    {t.common.remove}
                  </Button>
                </span>
              )}
            </p>
            <p className="mt-1.5 text-lg">{finding.statement}</p>
            {finding.note && <p className="mt-1 text-muted">{finding.note}</p>}
            {finding.remarks.map(remark => (
              <p key={remark.code} className="mt-1 text-sm text-warn">
                {remark.text}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {mayEdit && (
        <Button icon={<Plus size={15} aria-hidden />} onClick={() => setEdited('new')}>
          {t.postmortems.finding.add}
        </Button>
      )}
      {edited && (
        <FindingForm
          key={edited === 'new' ? 'new' : edited.id}
          postmortemId={postmortem.id}
          finding={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {cited && <CitationDrawer postmortemId={postmortem.id} id={cited} onClose={() => setCited(null)} />}
    </div>
  );
}
