import pg from 'pg';
import { expect, test } from 'vitest';
import { startTestServer } from '../../../../test/harness/server.ts';
import { holdDeletion, withHeldDeletion } from './holdDeletion.ts';

test('nothing is deleted while a back-up is made, and everything after it', async () => {
  const server = await startTestServer();
  const { host, port, user, database } = server.pool.options as pg.ClientConfig;
  const backup = new pg.Client({ host, port, user, database } as pg.ClientConfig);
  try {
    const objects = withHeldDeletion(server.platform.objects, server.db);
    const { key } = await objects.put(Buffer.from('evidence'), { prefix: 'evidence' });
    await backup.connect();
    await holdDeletion(backup);
    await objects.delete(key);
    expect(await objects.stat(key)).toBeDefined();
    await backup.end();
    await Promise.all([objects.delete(key), objects.delete(key)]);
    expect(await objects.stat(key)).toBeUndefined();
  } finally {
    await server.close();
  }
});
