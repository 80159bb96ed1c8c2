import { Lock } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useIncidentPanel } from '../useIncidentPanel.ts';

/** Says on every tab of a restricted incident that few see it, why, and who. */
export function RestrictedBanner({ reason }: { reason: string }) {
  const { open } = useIncidentPanel();
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-sunken py-1 pl-3 pr-1">
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-2 py-1 [overflow-wrap:anywhere]">
        <Lock size={15} aria-hidden className="mt-0.5 shrink-0" />
        <span>
          <strong className="font-semibold">{t.restriction.banner}</strong> {reason}
        </span>
      </p>
      <Button kind="quiet" size="small" onClick={() => open('access')}>
        {t.restriction.title}
      </Button>
    </div>
  );
}
