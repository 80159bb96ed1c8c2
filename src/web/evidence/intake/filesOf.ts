import type { UploadSource } from '../../../client/uploadEvidence.ts';

/** A file as it is uploaded: under its path where it came in a folder. */
const toSource = (file: File, path?: string): UploadSource => ({
  name: path || file.webkitRelativePath || file.name,
  content: file,
  ...(file.lastModified > 0 && { modifiedAt: new Date(file.lastModified) }),
});

/** Files that were picked. */
export const filesOfPick = (files: FileList | null): UploadSource[] =>
  Array.from(files ?? [], file => toSource(file));

/**
 * Files that were dropped, those in dropped folders too. Must be called while the drop is being handled: later the
 * browser has forgotten it.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<UploadSource[]> {
  const entries = Array.from(transfer.items, item => item.webkitGetAsEntry?.() ?? null);
  const plain = Array.from(transfer.files);
  if (!entries.some(entry => entry?.isDirectory)) return plain.map(file => toSource(file));
  const found = await Promise.all(entries.map(entry => (entry ? filesUnder(entry) : [])));
  return found.flat();
}

async function filesUnder(entry: FileSystemEntry): Promise<UploadSource[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [toSource(file, entry.fullPath.replace(/^\//, ''))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: UploadSource[] = [];
  for (;;) {
    // The browser gives a folder's entries a hundred at a time, then none.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const inner of entries) found.push(...(await filesUnder(inner)));
  }
}
