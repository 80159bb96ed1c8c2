import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';

/** The newest signed state of the log, to keep elsewhere. */
export function CheckpointDialog({ onClose }: { onClose(): void }) {
  const found = useQuery(api.audit.checkpoint.queryOptions({ input: {}, staleTime: 0 }));
  const checkpoint = found.data?.checkpoint;
  return (
    <Dialog isOpen onClose={onClose} title={t.audit.checkpoint.title} description={t.audit.checkpoint.lead}>
      {found.isPending && <SkeletonRows count={4} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className="flex flex-col gap-4">
          {checkpoint ? (
            <>
              <p>
                {t.audit.checkpoint.size(checkpoint.size, found.data.size)}. {t.audit.checkpoint.signedAt}{' '}
                <Time at={checkpoint.signedAt} />.
              </p>
              <CopyLine label={t.audit.checkpoint.root} value={checkpoint.root} />
              <CopyLine label={t.audit.checkpoint.note} value={checkpoint.note} />
            </>
          ) : (
            <p>{t.audit.checkpoint.none}</p>
          )}
          <CopyLine label={t.audit.checkpoint.publicKey} value={found.data.publicKey} />
        </div>
      )}
    </Dialog>
  );
}
