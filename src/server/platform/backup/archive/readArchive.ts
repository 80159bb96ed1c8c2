import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar-stream';
import { BadBackup } from '../badBackup.ts';
import {
  type BackupHeader,
  backupHeader,
  type DatabaseDescription,
  databaseDescription,
  FORMAT,
  type Manifest,
  MEMBERS,
  manifest,
} from './format.ts';
import { type Framed, readFrame } from './frames.ts';
import { unpack } from './lock.ts';

/** One file in a back-up. Its content must be read to its end before the next. */
export interface Member {
  name: string;
  content: AsyncIterable<Buffer>;
}

/** A back-up of which every byte was checked. */
export interface Archive {
  header: BackupHeader;
  database: DatabaseDescription;
  manifest: Manifest;
  /** All members but the descriptions, in the order in which they were written. */
  members(): AsyncGenerator<Member>;
}

/**
 * Opens a back-up and checks all of it: the file's digest, the passphrase, and each member against the manifest.
 *
 * @throws BadBackup that says what is wrong with it
 */
export async function openArchive(path: string, passphrase: string | undefined): Promise<Archive> {
  const framed = await readFrame(path);
  const header = readHeader(path, framed);
  const members = () => readMembers(path, framed, { lock: header.lock, passphrase });
  const { found, described } = await examine(members());
  const database = databaseDescription.safeParse(described.get(MEMBERS.database));
  const listed = manifest.safeParse(described.get(MEMBERS.manifest));
  if (!database.success || !listed.success || !isSame(found, listed.data.members))
    throw new BadBackup(
      `${path} does not hold what its manifest says. Use another copy, or an older back-up.`,
    );
  return {
    header,
    database: database.data,
    manifest: listed.data,
    async *members() {
      for await (const member of members()) {
        if (DESCRIPTIONS.has(member.name)) await drain(member.content);
        else yield member;
      }
    },
  };
}

const DESCRIPTIONS = new Set<string>([MEMBERS.database, MEMBERS.manifest]);

function readHeader(path: string, { header }: Framed): BackupHeader {
  const { format } = header as { format?: unknown };
  if (typeof format === 'string' && format.startsWith('afterword-backup/') && format !== FORMAT)
    throw new BadBackup(
      `${path} was written by a newer version (${format}; this one reads ${FORMAT}): restore it with that version.`,
    );
  const parsed = backupHeader.safeParse(header);
  if (!parsed.success) throw new BadBackup(`${path} has a header that no version of Afterword writes.`);
  return parsed.data;
}

async function* readMembers(
  path: string,
  { payload, headerBytes }: Framed,
  lock: { lock: BackupHeader['lock']; passphrase: string | undefined },
): AsyncGenerator<Member> {
  const source = createReadStream(path, { start: payload.from, end: payload.to - 1 });
  const extract = tar.extract();
  const feeding = pipeline(
    unpack(source, { ...lock, headerBytes }),
    extract as unknown as NodeJS.WritableStream,
  );
  // What broke the feeding breaks the reading too, and is thrown there in its own words.
  feeding.catch(() => undefined);
  try {
    for await (const entry of extract)
      yield { name: entry.header.name, content: entry as unknown as AsyncIterable<Buffer> };
  } catch (error) {
    await feeding;
    throw error;
  } finally {
    source.destroy();
  }
}

async function examine(
  members: AsyncIterable<Member>,
): Promise<{ found: Manifest['members']; described: Map<string, unknown> }> {
  const found: Manifest['members'] = [];
  const described = new Map<string, unknown>();
  for await (const { name, content } of members) {
    const hash = createHash('sha256');
    let bytes = 0;
    const hashed = async function* () {
      for await (const part of content) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    };
    if (DESCRIPTIONS.has(name)) described.set(name, await json(hashed()));
    else await drain(hashed());
    if (name !== MEMBERS.manifest) found.push({ name, bytes, sha256: hash.digest('hex') });
  }
  return { found, described };
}

async function drain(content: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of content);
}

const isSame = (found: Manifest['members'], listed: Manifest['members']): boolean =>
  found.length === listed.length &&
  found.every(
    ({ name, bytes, sha256 }, place) =>
      name === listed[place]!.name && bytes === listed[place]!.bytes && sha256 === listed[place]!.sha256,
  );
