import { useQuery } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { bytesText } from '../../ui/bytesText.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Time } from '../../ui/Time.tsx';
import type { EvidenceItem } from '../evidence.ts';
import { CustodyTrail } from './CustodyTrail.tsx';
import { FileForm } from './FileForm.tsx';
import { OpenOriginal } from './OpenOriginal.tsx';
import { RemoveFile } from './RemoveFile.tsx';

/** One file of evidence: what is known of it, what can be done with it, and who did what with it. */
export function FileDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const found = useQuery(api.evidence.get.queryOptions({ input: { id } }));
  if (found.data) return <Loaded item={found.data} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} place="side" title={t.evidence.title}>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <SkeletonRows count={5} />
      )}
    </Dialog>
  );
}

function Loaded({ item, onClose }: { item: EvidenceItem; onClose(): void }) {
  const me = useMe();
  const [asked, setAsked] = useState<'original' | 'remove' | null>(null);
  const { name, bytes, sha256, modifiedAt, collectedAt, collectedBy, removal } = item;
  const mayEdit = me.may(CONTRIBUTORS) && !removal;
  const close = (): void => setAsked(null);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={name}
      footer={
        !removal && (
          <>
            {mayEdit && (
              <Button
                kind="danger"
                className="mr-auto"
                icon={<Trash2 size={15} aria-hidden />}
                onClick={() => setAsked('remove')}
              >
                {t.common.remove}
              </Button>
            )}
            {me.may(['custodian']) && (
              <Button icon={<Download size={15} aria-hidden />} onClick={() => setAsked('original')}>
                {t.evidence.openOriginal}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        {removal && (
          <p className="rounded border border-line bg-sunken px-3 py-2">
            {t.evidence.removedBy(removal.by?.name ?? t.common.unknown, removal.reason)}{' '}
            <Time at={removal.at} />
          </p>
        )}
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          <dt className="text-muted">{t.evidence.column.size}</dt>
          <dd className="tabular">{bytesText(bytes)}</dd>
          <dt className="text-muted">{t.evidence.column.collected}</dt>
          <dd>
            <bdi>{collectedBy?.name ?? t.common.unknown}</bdi>, <Time at={collectedAt} />
          </dd>
          <dt className="text-muted">{t.evidence.written}</dt>
          <dd>{modifiedAt ? <Time at={modifiedAt} /> : t.common.unknown}</dd>
        </dl>
        <CopyLine label={t.evidence.hash} value={sha256} hint={t.evidence.hashHint} />
        {mayEdit && <FileForm key={item.version} item={item} />}
        <section>
          <h3 className="mb-2 font-semibold">{t.evidence.custody}</h3>
          <CustodyTrail id={item.id} />
        </section>
      </div>
      {asked === 'remove' && <RemoveFile item={item} onClose={close} />}
      {asked === 'original' && <OpenOriginal item={item} onClose={close} />}
    </Dialog>
  );
}
