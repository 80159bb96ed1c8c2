import { createReadStream } from 'node:fs';
import { extract } from 'tar-stream';
import type { ArchiveEntry } from './input.ts';

/** The regular files of a tar archive, in its order. Links, devices and folders are passed over: they hold no bytes. */
export async function* tarEntries(location: string): AsyncIterable<ArchiveEntry> {
  const archive = extract();
  const source = createReadStream(location);
  source.on('error', error => archive.destroy(error));
  source.pipe(archive);
  for await (const entry of archive) {
    if (entry.header.type === 'file' || entry.header.type === 'contiguous-file')
      yield { name: entry.header.name, content: entry as AsyncIterable<Uint8Array> };
    else entry.resume();
  }
}
