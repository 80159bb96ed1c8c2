import type { UploadSource } from '../../../client/uploadEvidence.ts';

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** A text of one line and fewer characters than this is rather a name or an address than a piece of log. */
const SHORTEST_LINE = 120;

/** `pasted-2026-11-23T09-47-55.png`, which sorts by time and is a name on every disk. */
const stampedName = (now: Date, extension: string): string =>
  `pasted-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.${extension}`;

/** What the clipboard holds as files: its files, its picture, or its text when that is long. */
export function pastedFiles(clipboard: Pick<DataTransfer, 'files' | 'getData'>, now: Date): UploadSource[] {
  const files = Array.from(clipboard.files, file => ({
    // A picture from the clipboard has no name of its own.
    name: EXTENSIONS[file.type] ? stampedName(now, EXTENSIONS[file.type]!) : file.name,
    content: file as Blob,
    modifiedAt: now,
  }));
  if (files.length > 0) return files;
  const text = clipboard.getData('text/plain').trim();
  if (!text.includes('\n') && text.length < SHORTEST_LINE) return [];
  return [
    { name: stampedName(now, 'txt'), content: new Blob([text], { type: 'text/plain' }), modifiedAt: now },
  ];
}
