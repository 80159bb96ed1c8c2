import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface RemoveButtonProps {
  /** The question. */
  title: string;
  /** What will be so afterwards. */
  text: string;
  verb?: string;
  isBusy: boolean;
  onRemove(): void;
}

/** Removes something that does not come back, after asking. */
export function RemoveButton({ title, text, verb = t.common.remove, isBusy, onRemove }: RemoveButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="danger" icon={<Trash2 size={15} aria-hidden />} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={title}
          text={text}
          verb={verb}
          isBusy={isBusy}
          onConfirm={() => {
            setAsking(false);
            onRemove();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
