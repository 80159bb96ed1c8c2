import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST } from '../../recorder/freeze/draftPaths.ts';
import { checkManifest } from '../../recorder/freeze/manifest.ts';
import { unsealFile } from '../../recorder/freeze/sealFile.ts';
import { NotADraft } from '../../recorder/freeze/verifyFolder.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { existingKey } from '../keys.ts';
import type { World } from '../world.ts';

/** `afterword unseal DIR PATH --out FILE`. What comes out holds everything that was redacted: handle it so. */
export async function unseal(
  world: World,
  folder: string,
  path: string,
  options: { out: string; key?: string },
): Promise<number> {
  const key = await existingKey(options.key, world.keyFile);
  if (key === undefined)
    throw new CommandFailed(`no key at ${world.keyFile}. Give the one it was sealed with: --key FILE.`);
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new NotADraft(`${folder} holds no ${MANIFEST}. Give the folder that \`draft\` wrote.`);
  });
  const originals = checkManifest(text, key).entries.filter(({ kind }) => kind === 'original');
  const entry = originals.find(original => original.path === path);
  if (entry === undefined)
    throw new CommandFailed(
      `${path}: no such original. There are: ${originals
        .slice(0, 10)
        .map(original => original.path)
        .join(', ')}${originals.length > 10 ? ' …' : ''}`,
    );
  if (entry.file === undefined)
    throw new CommandFailed(`${path} was not sealed, only referenced: it lay at ${entry.location}.`);
  const opened = await unsealFile(join(folder, entry.file), options.out, key);
  if (opened.sha256 !== entry.sha256)
    throw new CommandFailed(`${path}: SHA-256 is ${opened.sha256}, but the manifest says ${entry.sha256}.`);
  world.stderr.write(
    `${options.out}: ${opened.bytes} bytes, SHA-256 ${opened.sha256}, as frozen. It is not redacted.\n`,
  );
  return EXIT.done;
}
