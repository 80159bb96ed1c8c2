import { onlineManager } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { t } from '../messages/index.ts';
import { useIsLive } from './useLiveEvents.ts';

/** Says when the server cannot be reached, so that nobody trusts what is old. */
export function Connection() {
  const isOnline = useSyncExternalStore(
    listener => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const isLive = useIsLive();
  if (isOnline && isLive) return null;
  return (
    <div
      role="status"
      className="no-print flex items-center gap-2 border-b border-line bg-sunken px-4 py-1.5 text-sm text-warn"
    >
      <WifiOff size={15} aria-hidden className="shrink-0" />
      {t.common.offline}
    </div>
  );
}
