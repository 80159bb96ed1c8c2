import { api, client, queryClient } from '../../api.ts';
import { createUploadQueue, type UploadState } from './createUploadQueue.ts';

/** All uploads of this browser: they go on while other pages are shown. */
export const uploadQueue = createUploadQueue({
  client,
  later: (run, milliseconds) => void setTimeout(run, milliseconds),
  onArrived() {
    for (const feature of [api.evidence, api.readings])
      void queryClient.invalidateQueries({ queryKey: feature.key() });
  },
});

/** States of an upload that would be lost with the page. */
const ACTIVE: readonly UploadState[] = ['waiting', 'sending', 'cut'];

addEventListener('online', uploadQueue.resumeCut);
addEventListener('beforeunload', event => {
  if (uploadQueue.read().some(({ state }) => ACTIVE.includes(state))) event.preventDefault();
});
