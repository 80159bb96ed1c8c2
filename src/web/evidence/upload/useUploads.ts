import { useMemo, useSyncExternalStore } from 'react';
import { type Upload, uploadQueue } from './uploadQueue.ts';

/** Files on their way to an incident from this browser. */
export function useUploads(incidentId: string): readonly Upload[] {
  const all = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.read);
  return useMemo(() => all.filter(upload => upload.incidentId === incidentId), [all, incidentId]);
}
