import { useEffect, useState } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { t } from '../../messages/index.ts';
import { bytesText } from '../../ui/bytesText.ts';
import { TextField } from '../../ui/Field.tsx';

/** Names that are listed; the others are counted. */
const MOST_LISTED = 6;
/** Characters of a text that are shown. */
const SHOWN = 4_000;

interface HeldFilesProps {
  files: readonly UploadSource[];
  /** Given when the names may be changed; then what is in the files is shown too. */
  onRename?(place: number, name: string): void;
}

/** Files that are about to become evidence. */
export function HeldFiles({ files, onRename }: HeldFilesProps) {
  if (!onRename) return <FileNames files={files} />;
  return files.map(({ name, content }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, the names are edited.
    <div key={place} className="flex flex-col gap-2">
      <TextField
        label={t.intake.name}
        required
        maxLength={1_000}
        value={name}
        hint={bytesText(content.size)}
        onChange={event => onRename(place, event.target.value)}
      />
      <Preview content={content} />
    </div>
  ));
}

function FileNames({ files }: { files: readonly UploadSource[] }) {
  const bytes = files.reduce((sum, { content }) => sum + content.size, 0);
  const more = files.length - MOST_LISTED;
  return (
    <div>
      <p className="tabular font-medium">{t.intake.size(files.length, bytesText(bytes))}</p>
      <ul aria-label={t.intake.files} className="mt-1 text-muted">
        {files.slice(0, MOST_LISTED).map(({ name }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name.
          <li key={place} className="truncate">
            <bdi>{name}</bdi>
          </li>
        ))}
        {more > 0 && <li>{t.intake.moreFiles(more)}</li>}
      </ul>
    </div>
  );
}

function Preview({ content }: { content: Blob }) {
  const [text, setText] = useState('');
  const [picture, setPicture] = useState('');
  useEffect(() => {
    if (content.type.startsWith('text/')) void content.slice(0, SHOWN).text().then(setText);
    if (!content.type.startsWith('image/')) return;
    const url = URL.createObjectURL(content);
    setPicture(url);
    return () => URL.revokeObjectURL(url);
  }, [content]);
  if (picture)
    return (
      <img src={picture} alt="" className="max-h-60 rounded border border-line bg-sunken object-contain" />
    );
  if (!text) return null;
  return (
    <pre
      dir="auto"
      className="max-h-60 overflow-auto rounded border border-line bg-sunken p-2.5 font-mono text-xs"
    >
      {text}
    </pre>
  );
}
