import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { say } from '../../ui/Toasts.tsx';
import type { EvidenceItem } from '../evidence.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** Removes a file and what was read from it, with a reason. */
export function RemoveFile({ item, onClose }: { item: EvidenceItem; onClose(): void }) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: (reason: string) => api.evidence.remove.call({ id: item.id, reason }),
    onSuccess: async () => {
      say(t.evidence.wasRemoved(item.name));
      await Promise.all(
        [api.evidence, api.readings].map(feature =>
          queryClient.invalidateQueries({ queryKey: feature.key() }),
        ),
      );
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t.evidence.removeTitle(item.name)}
      text={t.evidence.removeText}
      verb={t.common.remove}
      isDangerous
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={remove.mutate}
      onClose={onClose}
    />
  );
}
