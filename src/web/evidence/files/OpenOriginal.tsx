import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { saveFile } from '../../timeline/saveFile.ts';
import { say } from '../../ui/Toasts.tsx';
import type { EvidenceItem } from '../evidence.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** Opens the sealed original for a custodian, with a reason, on record. */
export function OpenOriginal({ item, onClose }: { item: EvidenceItem; onClose(): void }) {
  const queryClient = useQueryClient();
  const open = useMutation({
    mutationFn: (reason: string) => api.evidence.original.call({ id: item.id, reason }),
    onSuccess: original => {
      saveFile(original as Blob, item.name.split('/').at(-1) ?? item.name);
      say(t.evidence.originalOpened);
      void queryClient.invalidateQueries({ queryKey: api.evidence.key() });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t.evidence.openOriginal}
      text={t.evidence.openOriginalText}
      verb={t.evidence.openAndSave}
      isBusy={open.isPending}
      error={open.error}
      onConfirm={open.mutate}
      onClose={onClose}
    />
  );
}
