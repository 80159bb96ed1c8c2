import { hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { SealBroken, sealStream, unsealStream } from '../../../../recorder/freeze/sealStream.ts';
import { BadBackup } from '../badBackup.ts';

/** How the key comes from the passphrase; stands in the header of an encrypted back-up. */
export interface Lock {
  kdf: 'scrypt';
  /** 16 bytes, base64url. */
  salt: string;
  cost: number;
}

/** Some tenths of a second and 128 MiB for each guess. */
const COST = 2 ** 17;

/** A new lock, for one back-up. */
export const makeLock = (): Lock => ({
  kdf: 'scrypt',
  salt: randomBytes(16).toString('base64url'),
  cost: COST,
});

/** The header is part of the key: one that was exchanged opens nothing. */
function keyOf(passphrase: string, { salt, cost }: Lock, headerBytes: Buffer): Buffer {
  const stretched = scryptSync(passphrase, Buffer.from(salt, 'base64url'), 32, {
    N: cost,
    r: 8,
    p: 1,
    maxmem: 256 * cost * 8,
  });
  return Buffer.from(hkdfSync('sha256', stretched, headerBytes, 'afterword backup', 32));
}

export interface LockOptions {
  lock: Lock | null;
  passphrase: string | undefined;
  headerBytes: Buffer;
}

/** Compresses a stream, and encrypts it when there is a lock. */
export function pack(
  source: AsyncIterable<Uint8Array>,
  { lock, passphrase, headerBytes }: LockOptions,
): AsyncIterable<Uint8Array> {
  if (lock) return sealStream(source, keyOf(passphrase!, lock, headerBytes), () => undefined);
  const compress = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  });
  return Readable.from(source, { objectMode: false }).compose(compress) as Readable;
}

/**
 * Undoes `pack`.
 *
 * @throws BadBackup when it is encrypted and the passphrase is missing or is another
 */
export async function* unpack(
  source: Readable,
  { lock, passphrase, headerBytes }: LockOptions,
): AsyncGenerator<Buffer> {
  if (!lock) return yield* source.compose(createZstdDecompress()) as Readable;
  if (!passphrase)
    throw new BadBackup(
      'This back-up is encrypted: set AFTERWORD_BACKUP_KEY to the passphrase that it was made with.',
    );
  try {
    yield* unsealStream(source, keyOf(passphrase, lock, headerBytes));
  } catch (error) {
    if (error instanceof SealBroken)
      throw new BadBackup('AFTERWORD_BACKUP_KEY is not the passphrase that this back-up was made with.');
    throw error;
  }
}
