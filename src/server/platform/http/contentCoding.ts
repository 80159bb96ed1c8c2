import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import { LRUCache } from 'lru-cache';

export type ContentCoding = 'zstd' | 'br' | 'gzip';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const asZstd = promisify(zstdCompress);

/** What answers are compressed with, the best for its time first; levels beyond these cost more than the line saves. */
const CODINGS: Record<ContentCoding, (bytes: Uint8Array) => Promise<Buffer>> = {
  zstd: bytes => asZstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: bytes => asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: bytes => asGzip(bytes, { level: 4 }),
};

/** Browsers say one of a few values; whoever makes up others shall not fill the memory. */
const negotiator = new Negotiator({
  supportedValues: [...Object.keys(CODINGS), 'identity'],
  cache: new LRUCache<string, string>({ max: 100 }),
});

/**
 * Sites from whose pages a browser may be made to ask. Their requests are answered plain: a page that can have our answers
 * fetched again and again, with a text of its own in them, could learn from their lengths what else they hold (BREACH).
 */
const FOREIGN = new Set(['cross-site', 'same-site']);

/** What decides on the coding, for `Vary`. */
export const CODING_HEADERS = 'accept-encoding, sec-fetch-site';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The coding in which a request is best answered; null: as it is. */
export function chooseCoding(headers: Headers): ContentCoding | null {
  const accepted = headers['accept-encoding'];
  if (!accepted || FOREIGN.has(String(headers['sec-fetch-site']))) return null;
  const coding = negotiator.negotiate(String(accepted).toLowerCase());
  return coding && coding in CODINGS ? (coding as ContentCoding) : null;
}

/** Compresses on another thread. */
export const encode = (bytes: Uint8Array, coding: ContentCoding): Promise<Buffer> => CODINGS[coding](bytes);
