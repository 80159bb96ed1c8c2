import { X } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { RecordDetail } from './RecordDetail.tsx';

interface RecordPanelProps {
  incidentId: string;
  readingId: string;
  number: number;
  onOpen(number: number): void;
  onClose(): void;
}

/** The record that is open: beside the list where there is room, so that one can go on through it; else over it. */
export function RecordPanel({ onClose, ...detail }: RecordPanelProps) {
  const hasRoom = useMedia('(min-width: 80rem)');
  const title = t.evidence.logs.record(detail.number);
  if (!hasRoom)
    return (
      <Dialog isOpen onClose={onClose} place="side" title={title}>
        <RecordDetail {...detail} />
      </Dialog>
    );
  return (
    <aside
      aria-label={title}
      className="h-[max(24rem,calc(100dvh-13rem))] w-[27rem] shrink-0 overflow-y-auto rounded border border-line bg-raised px-4 py-3"
    >
      <h2 className="mb-3 flex items-center font-semibold">
        <span className="flex-1">{title}</span>
        <Button
          kind="quiet"
          size="icon"
          aria-label={t.common.close}
          icon={<X size={15} aria-hidden />}
          onClick={onClose}
        />
      </h2>
      <RecordDetail {...detail} />
    </aside>
  );
}
