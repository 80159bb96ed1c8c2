import { useMemo, useSyncExternalStore } from 'react';
import type { Upload } from './createUploadQueue.ts';
import { uploadQueue } from './uploadQueue.ts';

/** All files on their way from this browser. */
export const useAllUploads = (): readonly Upload[] =>
  useSyncExternalStore(uploadQueue.subscribe, uploadQueue.read);

/** Files on their way to an incident from this browser. */
export function useUploads(incidentId: string): readonly Upload[] {
  const all = useAllUploads();
  return useMemo(() => all.filter(upload => upload.incidentId === incidentId), [all, incidentId]);
}
