import { useEffect, useState } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { bytesText } from '../../ui/bytesText.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { pastedFiles } from './pastedFile.ts';

const FORM = 'paste';
/** Characters of a text that are shown before it is taken. */
const SHOWN = 4_000;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Takes what is pasted into the page: shows it first, because what was copied last is not always what one thinks. */
export function PasteDialog({ onFiles }: { onFiles(files: UploadSource[]): void }) {
  const [pasted, setPasted] = useState<UploadSource[]>([]);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (!event.clipboardData || isField(event.target) || document.querySelector('[role="dialog"]')) return;
      const files = pastedFiles(event.clipboardData, new Date());
      if (files.length === 0) return;
      event.preventDefault();
      setPasted(files);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);
  if (pasted.length === 0) return null;
  const close = (): void => setPasted([]);
  const rename = (place: number, name: string): void =>
    setPasted(pasted.map((file, at) => (at === place ? { ...file, name } : file)));
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t.evidence.pasted}
      description={t.evidence.pastedText}
      footer={
        <>
          <Button onClick={close}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM}>
            {t.evidence.addPasted}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          onFiles(pasted);
          close();
        }}
      >
        {pasted.map(({ name, content }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, the names are edited.
          <div key={place} className="flex flex-col gap-2">
            <TextField
              label={t.evidence.name}
              required
              maxLength={1_000}
              value={name}
              hint={bytesText(content.size)}
              onChange={event => rename(place, event.target.value)}
            />
            <Preview content={content} />
          </div>
        ))}
      </form>
    </Dialog>
  );
}

function Preview({ content }: { content: Blob }) {
  const [text, setText] = useState('');
  useEffect(() => {
    if (content.type.startsWith('text/')) void content.slice(0, SHOWN).text().then(setText);
  }, [content]);
  if (!text) return null;
  return (
    <pre className="max-h-60 overflow-auto rounded border border-line bg-sunken p-2.5 font-mono text-xs">
      {text}
    </pre>
  );
}
