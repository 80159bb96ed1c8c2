import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { explainSystemError } from './explainSystemError.ts';

/** The error with which listening, or connecting, ends. */
const errorOf = async (emitter: NodeJS.EventEmitter): Promise<unknown> => (await once(emitter, 'error'))[0];

test('a port that another has is named, with the setting', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address() as { port: number };
  const said = explainSystemError(await errorOf(createServer().listen(port, '127.0.0.1')));
  expect(said).toMatch(`127.0.0.1:${port} is taken`);
  expect(said).toMatch('AFTERWORD_PORT');
  first.close();
});

test('an address of another machine is named, with the setting', async () => {
  expect(explainSystemError(await errorOf(createServer().listen(4600, '192.0.2.1')))).toMatch(
    'AFTERWORD_HOST',
  );
});

test('a database that is not there is one that does not answer', async () => {
  for (const where of [{ host: '127.0.0.1', port: 1 }, { path: '/nowhere/.s.PGSQL.5432' }])
    expect(explainSystemError(await errorOf(connect(where)))).toMatch(
      /^The database of DATABASE_URL does not answer/,
    );
});

test('a database that takes connections and says nothing does not answer either', async () => {
  const mute = createServer().listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as { port: number };
  const pool = new pg.Pool({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 });
  const error = await pool.query('select 1').catch(failure => failure);
  expect(explainSystemError(error)).toMatch('DATABASE_URL');
  await pool.end();
  mute.close();
});

test('a file where a folder should be is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-system-'));
  try {
    const file = join(folder, 'file');
    await writeFile(file, '');
    for (const path of [file, join(file, 'below')]) {
      const error = await mkdir(path, { recursive: true }).catch(failure => failure);
      expect(explainSystemError(error)).toMatch(`${path} cannot be used:`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an error that no setting brings about stays one', () => {
  expect(explainSystemError(new TypeError('x is not a function'))).toBeUndefined();
  expect(explainSystemError('x')).toBeUndefined();
});
