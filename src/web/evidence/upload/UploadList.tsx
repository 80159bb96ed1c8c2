import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Upload } from './createUploadQueue.ts';
import { UploadRow } from './UploadRow.tsx';
import { uploadQueue } from './uploadQueue.ts';

/** Rows that are drawn; of a folder with thousands of files the others are counted. */
const MOST_SHOWN = 50;
/** What needs a person comes first, what is done last. */
const ORDER: Record<Upload['state'], number> = {
  failed: 0,
  cut: 1,
  sending: 2,
  paused: 3,
  waiting: 4,
  done: 5,
};

/** Files on their way in, each with what can be done about it. */
export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  if (uploads.length === 0) return null;
  const sorted = uploads.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || a.key - b.key);
  const done = uploads.filter(({ state }) => state === 'done').length;
  const going = uploads.filter(({ state }) => state === 'sending' || state === 'waiting' || state === 'cut');
  const paused = uploads.filter(({ state }) => state === 'paused');
  return (
    <Section
      title={t.evidence.uploads(done, uploads.length)}
      className="mb-4"
      actions={
        <>
          {going.length > 1 && (
            <Button size="small" onClick={() => going.forEach(({ key }) => void uploadQueue.pause(key))}>
              {t.evidence.pauseAll}
            </Button>
          )}
          {paused.length > 1 && (
            <Button size="small" onClick={() => paused.forEach(({ key }) => void uploadQueue.resume(key))}>
              {t.evidence.resumeAll}
            </Button>
          )}
          {done > 0 && (
            <Button size="small" kind="quiet" onClick={uploadQueue.clearDone}>
              {t.evidence.clearDone}
            </Button>
          )}
        </>
      }
    >
      <ul
        aria-label={t.evidence.uploads(done, uploads.length)}
        className="-my-3 max-h-80 divide-y divide-line overflow-y-auto"
      >
        {sorted.slice(0, MOST_SHOWN).map(upload => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
      {sorted.length > MOST_SHOWN && (
        <p className="mt-4 text-sm text-muted">{t.evidence.moreUploads(sorted.length - MOST_SHOWN)}</p>
      )}
    </Section>
  );
}
