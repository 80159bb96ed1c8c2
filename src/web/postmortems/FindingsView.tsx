import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { SortableList } from '../ui/SortableList.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { FindingForm } from './FindingForm.tsx';
import { FindingItem } from './FindingItem.tsx';
import type { Postmortem } from './postmortem.ts';
import { useFindingChanges } from './useFindingChanges.ts';
import { usePostmortemPlace } from './usePostmortemPlace.ts';

/** What was found, in the order that people gave it, each with the evidence for it; what lacks support says so. */
export function FindingsView({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const [{ finding: opened }, go] = usePostmortemPlace();
  const { order, remove } = useFindingChanges(postmortem.id);
  const mayEdit = me.may(CONTRIBUTORS) && postmortem.state === 'draft';
  const add = (): void => go({ finding: 'new' });
  useShortcut('n', mayEdit ? t.postmortems.finding.add : '', () => mayEdit && add());
  const list = useQuery(api.findings.list.queryOptions({ input: { postmortemId: postmortem.id } }));
  if (isLost(list)) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows />;
  const { items } = list.data;
  const edited = items.find(({ id }) => id === opened) ?? null;
  return (
    <div className="max-w-4xl">
      {items.length === 0 && <p className="text-muted">{t.postmortems.finding.empty}</p>}
      {mayEdit ? (
        <SortableList
          label={t.postmortems.findings}
          items={items}
          keyOf={({ id }) => id}
          nameOf={({ statement }) => statement}
          onOrder={ids => order.mutateAsync(ids).catch(() => undefined)}
        >
          {(finding, handle) => (
            <FindingItem
              postmortem={postmortem}
              finding={finding}
              handle={items.length > 1 && handle}
              onEdit={() => go({ finding: finding.id })}
              onRemove={() => remove.mutate(finding)}
            />
          )}
        </SortableList>
      ) : (
        <ol aria-label={t.postmortems.findings} className="flex flex-col gap-3">
          {items.map(finding => (
            <li key={finding.id}>
              <FindingItem postmortem={postmortem} finding={finding} />
            </li>
          ))}
        </ol>
      )}
      {mayEdit && (
        <Button className="no-print mt-4" icon={<Plus size={15} aria-hidden />} onClick={add}>
          {t.postmortems.finding.add}
        </Button>
      )}
      {mayEdit && (edited || opened === 'new') && (
        <FindingForm
          key={opened}
          postmortem={postmortem}
          finding={edited}
          onClose={() => go({ finding: undefined })}
        />
      )}
    </div>
  );
}
