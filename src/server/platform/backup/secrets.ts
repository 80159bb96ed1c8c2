import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createFolder } from '../../../recorder/createFolder.ts';
import { syncFolder } from '../../../recorder/objects/files/syncFolder.ts';
import type { DeriveKey } from '../secret.ts';
import { MEMBERS } from './archive/format.ts';
import type { Archive } from './archive/readArchive.ts';
import { NotEmpty } from './badBackup.ts';

/**
 * A mark of a server's secret: says whether two secrets are the same and gives nothing else away. A back-up holds it, so
 * that a restore can say at once that sealed originals will stay closed.
 */
export const secretMark = (keyFor: DeriveKey): string =>
  keyFor('mark of the secret').toString('base64url').slice(0, 16);

type SecretFiles = Readonly<Record<string, string>>;

/**
 * Sees to it that no secret is replaced by another one without being told to: what the old one sealed would be lost.
 *
 * @throws NotEmpty
 */
export async function refuseOtherSecrets(archive: Archive, files: SecretFiles): Promise<void> {
  if (!archive.manifest.members.some(({ name }) => name.startsWith(MEMBERS.secrets))) return;
  for await (const { name, content } of archive.members()) {
    const secret = await takeSecret(name, content);
    const file = secret && files[secret.name];
    const there = file && (await readFile(file).catch(() => undefined));
    if (there && !there.equals(secret.content))
      throw new NotEmpty(
        `${file} is another secret than the back-up’s. Move it away if nothing needs it, or add --force to replace it.`,
      );
  }
}

async function takeSecret(
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<{ name: string; content: Buffer } | undefined> {
  if (name.startsWith(MEMBERS.secrets))
    return { name: name.slice(MEMBERS.secrets.length), content: await buffer(content) };
  for await (const _ of content);
  return undefined;
}

/** Writes a secret to its file, whole and safe on disk, for nobody else to read. */
export async function putSecret(file: string, content: Buffer): Promise<void> {
  await createFolder(dirname(file));
  const part = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  await syncFolder(dirname(file));
}
