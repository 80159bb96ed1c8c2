import { Readable } from 'node:stream';
import { buffer, json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { z } from 'zod';
import { sha256OfKey } from '../../../recorder/objects/objectKey.ts';
import type { ObjectStore } from '../../../recorder/objects/objectStore.ts';
import { MEMBERS } from './archive/format.ts';
import type { Archive } from './archive/readArchive.ts';
import { BadBackup } from './badBackup.ts';
import { copyIn } from './database/copyTables.ts';
import { keptJob, writeJobs } from './database/jobs.ts';

interface Target {
  objects: ObjectStore;
  secretFiles: Readonly<Record<string, string>>;
}

/**
 * Puts everything that is in an archive in its place; tables in the client's transaction. Secrets it gives back by their
 * names: they replace others, so they must not be put before all else is certain.
 */
export async function putMembers(
  client: pg.ClientBase,
  { database, manifest, members }: Archive,
  { objects, secretFiles }: Target,
): Promise<ReadonlyMap<string, Buffer>> {
  const lost = new Set(manifest.lost);
  const rows: Record<string, number> = Object.fromEntries(
    Object.keys(database.tables).map(table => [table, 0]),
  );
  const secrets = new Map<string, Buffer>();

  type Put = (rest: string, content: AsyncIterable<Buffer>) => Promise<void>;
  const places: Readonly<Record<string, Put>> = {
    async [MEMBERS.tables](rest, content) {
      const table = rest.slice(0, rest.lastIndexOf('/'));
      const stream = copyIn(client, { table, columns: database.tables[table]! });
      await pipeline(Readable.from(content), stream);
      rows[table]! += stream.rowCount;
    },
    async [MEMBERS.jobs](_, content) {
      await writeJobs(client, z.array(keptJob).parse(await json(content)));
    },
    async [MEMBERS.secrets](name, content) {
      if (!Object.hasOwn(secretFiles, name))
        throw new BadBackup(`The back-up holds a secret that is not known here: ${name}.`);
      secrets.set(name, await buffer(content));
    },
    async [MEMBERS.objects](key, content) {
      if (lost.has(key)) return drain(content);
      const sha256 = sha256OfKey(key);
      await objects.put(content, { prefix: key.slice(0, -(sha256.length + 4)), sha256 });
    },
  };

  for await (const { name, content } of members()) {
    const place = Object.keys(places).find(prefix => name.startsWith(prefix));
    if (!place) throw new BadBackup(`The back-up holds something that is not known here: ${name}.`);
    await places[place]!(name.slice(place.length), content);
  }
  for (const [table, expected] of Object.entries(manifest.rows))
    if (rows[table] !== expected)
      throw new BadBackup(`The back-up holds ${rows[table]} rows of ${table} instead of ${expected}.`);
  return secrets;
}

async function drain(content: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of content);
}
