import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { say, sayError } from '../ui/Toasts.tsx';
import type { Finding } from './finding.ts';

/** Puts the findings of a postmortem into an order, and takes one out; both can be seen at once. */
export function useFindingChanges(postmortemId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = api.findings.list.queryOptions({ input: { postmortemId } });
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: api.findings.key() }),
      queryClient.invalidateQueries({ queryKey: api.postmortems.key() }),
    ]);
  const order = useMutation({
    mutationFn: (ids: readonly string[]) => api.findings.order.call({ postmortemId, ids: [...ids] }),
    // One after the other: the last one wins.
    scope: { id: `findings.order ${postmortemId}` },
    onSuccess: list => queryClient.setQueryData(queryKey, list),
    onError(error) {
      sayError(error);
      void refresh();
    },
  });
  /** The same words at the same place; it is another finding, so what pointed to the first does not come back. */
  const putBack = async (finding: Finding, ids: readonly string[]): Promise<void> => {
    const { statement, kind, support, confidence, note, cites } = finding;
    try {
      const added = await api.findings.add.call({
        postmortemId,
        statement,
        kind,
        support,
        confidence,
        note,
        cites,
      });
      await order.mutateAsync(ids.map(id => (id === finding.id ? added.id : id)));
    } catch (error) {
      sayError(error);
    }
    await refresh();
  };
  const remove = useMutation({
    mutationFn: ({ id }: Finding) => api.findings.remove.call({ id }),
    onSuccess(_, finding) {
      const ids = queryClient.getQueryData(queryKey)?.items.map(({ id }) => id) ?? [];
      const canUndo = finding.actions.length === 0;
      say(t.postmortems.finding.removed, canUndo ? { undo: () => void putBack(finding, ids) } : {});
      return refresh();
    },
    onError: sayError,
  });
  return { order, remove };
}
