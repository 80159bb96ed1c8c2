import { X } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';

/** What narrows a view and stands in no field of it, to be taken away. */
export function Narrowed({ text, onRemove }: { text: string; onRemove(): void }) {
  return (
    <Button
      kind="quiet"
      icon={<X size={13} aria-hidden />}
      aria-label={`${t.common.clear}: ${text}`}
      className="max-w-full"
      onClick={onRemove}
    >
      <bdi className="truncate">{text}</bdi>
    </Button>
  );
}
