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
    const { name, type, size = 0 } = entry.header;
    if (type === 'file' || type === 'contiguous-file')
      yield { name, packedBytes: size, content: chunksOf(entry) };
    else entry.resume();
  }
}

/** The archive's streams are not Node's own, whose pipeline misses their early end; iteration does not. */
async function* chunksOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) yield chunk as Uint8Array;
}
