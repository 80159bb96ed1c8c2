import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const FORMS = {
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
} as const;

/** Writes scripts and styles also compressed: as much as can be, and once, instead of a little for each answer. */
export const compressAssets = (): Plugin => ({
  name: 'compress-assets',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).filter(name => /\.(?:js|css)$/.test(name));
    for (const file of names.map(name => join(dir, name))) {
      const content = await readFile(file);
      await Promise.all(
        Object.entries(FORMS).map(async ([ending, compress]) =>
          writeFile(`${file}.${ending}`, await compress(content)),
        ),
      );
    }
  },
});
