import { join } from 'node:path';
import type { ObjectStore } from '../objects/objectStore.ts';
import { type Engine, openEngine } from './openEngine.ts';
import { type LocalCopies, openLocalCopies } from './openLocalCopies.ts';

/** Where frozen records and replacements are asked about: the engine, and the files that it reads. */
export interface RecordArchive {
  engine: Engine;
  copies: LocalCopies;
  close(): void;
}

/**
 * Opens what is needed to ask about frozen records. Nothing is loaded before it is asked.
 *
 * @param folder on this machine, for copies and for what the engine spills
 */
export function openRecordArchive({
  objects,
  folder,
}: {
  objects: ObjectStore;
  folder: string;
}): RecordArchive {
  const engine = openEngine({ folder: join(folder, 'spilled') });
  const copies = openLocalCopies({ objects, folder: join(folder, 'copies') });
  return { engine, copies, close: () => engine.close() };
}

/**
 * A Parquet file of ours as a table, with `number`: each row's place in it, from 0. The name is made of a folder of ours
 * and a hash.
 */
export const rowsIn = (path: string): string =>
  `(select *, file_row_number as number from read_parquet('${path.replaceAll("'", "''")}', file_row_number = true))`;
