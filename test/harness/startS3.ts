import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BucketConfiguration } from '../../src/recorder/objects/s3/bucketClient.ts';

/** The part of s3rver that is used here; the package brings no types. */
type S3Server = new (options: object) => { run(): Promise<AddressInfo>; close(): Promise<void> };
const S3rver = createRequire(import.meta.url)('s3rver') as S3Server;

/** An S3-compatible server on a free port, with one empty bucket. */
export async function startS3(): Promise<{ configuration: BucketConfiguration; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 's3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'objects', configs: [] }],
  });
  const { port } = await server.run();
  return {
    configuration: {
      bucket: 'objects',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      pathStyle: true,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
