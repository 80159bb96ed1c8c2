import { openPromise } from 'yauzl';
import type { ArchiveEntry } from './input.ts';

/** The files of a zip archive, in the order of its directory. Sizes and checksums are verified while reading. */
export async function* zipEntries(location: string): AsyncIterable<ArchiveEntry> {
  const archive = await openPromise(location, { autoClose: false, strictFileNames: false });
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new Error(`${entry.fileName} is encrypted; give it unpacked`);
      const content = await archive.openReadStreamPromise(entry);
      yield { name: entry.fileName, packedBytes: entry.compressedSize, content };
    }
  } finally {
    archive.close();
  }
}
