import type pg from 'pg';
import { ObjectDamaged, ObjectMissing, type ObjectStore } from '../../../recorder/objects/objectStore.ts';
import { MEMBERS } from './archive/format.ts';
import type { ArchiveWriter } from './archive/writeArchive.ts';
import { listObjectColumns } from './database/describeDatabase.ts';

/** Keys of all objects that rows need, each once. */
export async function listObjectKeys(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const columns = await listObjectColumns(client);
  if (columns.length === 0) return [];
  const union = columns.map(
    ({ table, column, canBeRemoved }) =>
      `select "${column}" as key from "${table}" where "${column}" is not null${canBeRemoved ? ' and removed_at is null' : ''}`,
  );
  const { rows } = await client.query<{ key: string }>(`${union.join(' union ')} order by key`);
  return rows.map(({ key }) => key);
}

/**
 * Copies objects into a back-up. One that is missing or damaged does not keep the others from being safe.
 *
 * @returns keys of those that could not be copied
 */
export async function copyObjects(
  writer: ArchiveWriter,
  { objects, keys }: { objects: ObjectStore; keys: readonly string[] },
): Promise<string[]> {
  const lost: string[] = [];
  for (const key of keys) {
    const info = await objects.stat(key);
    if (!info || !(await copyObject(writer, objects, { key, bytes: info.bytes }))) lost.push(key);
  }
  return lost;
}

/** False when it was not as it was put; what is in the archive then has the right length and is not used. */
async function copyObject(
  writer: ArchiveWriter,
  objects: ObjectStore,
  { key, bytes }: { key: string; bytes: number },
): Promise<boolean> {
  let isWhole = true;
  async function* content(): AsyncGenerator<Uint8Array> {
    let passed = 0;
    try {
      for await (const part of await objects.get(key)) {
        passed += part.length;
        yield part;
      }
    } catch (error) {
      if (!(error instanceof ObjectDamaged || error instanceof ObjectMissing)) throw error;
      isWhole = false;
      if (passed < bytes) yield Buffer.alloc(bytes - passed);
    }
  }
  await writer.addStream(MEMBERS.objects + key, bytes, content());
  return isWhole;
}
