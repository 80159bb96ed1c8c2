import { FolderUp, Upload } from 'lucide-react';
import { useRef } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { filesOfPick } from '../intake/filesOf.ts';

/** Buttons that pick files, or a whole folder. */
export function PickFiles({ onFiles }: { onFiles(files: UploadSource[]): void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useShortcut('u', t.evidence.addFiles, () => files.current?.click());
  const take = (event: { target: HTMLInputElement }): void => {
    onFiles(filesOfPick(event.target.files));
    // The same file can be picked again.
    event.target.value = '';
  };
  // React passes it on, its types do not know it.
  const wholeFolder = { webkitdirectory: '' };
  const hidden = { type: 'file', multiple: true, hidden: true, onChange: take } as const;
  return (
    <>
      <input ref={files} {...hidden} aria-label={t.evidence.addFiles} />
      <input ref={folder} {...hidden} {...wholeFolder} aria-label={t.evidence.addFolder} />
      <Button icon={<FolderUp size={15} aria-hidden />} onClick={() => folder.current?.click()}>
        {t.evidence.addFolder}
      </Button>
      <Button kind="primary" icon={<Upload size={15} aria-hidden />} onClick={() => files.current?.click()}>
        {t.evidence.addFiles}
      </Button>
    </>
  );
}
