import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { describeConfiguration } from './describeConfiguration.ts';
import { VARIABLES } from './variables.ts';

test('the page about all variables is current: node tools/writeConfiguration.ts', () => {
  const page = readFileSync(new URL('../../docs/guide/configuration.md', import.meta.url), 'utf8');
  expect(page).toBe(describeConfiguration());
});

test('nothing needs to be set', () => {
  expect(readConfiguration({ PATH: '/bin' })).toMatchObject({ AFTERWORD_PORT: 4600, AFTERWORD_JOBS: 2 });
});

test('all problems are listed at once, and no value is', () => {
  const wrong = {
    AFTERWORD_PORT: 'http',
    AFTERWORD_SECRET: 'hunter2',
    AFTERWORD_S3_BUCKET: 'b',
    DATABASE_URL: 'mysql://root:hunter2@db',
    AFTERWORD_PROT: '4600',
    AFTERWORD_DATA: '/var/lib/afterword',
    AFTERWORD_CHECKPOINTS: '/var/lib/afterword/checkpoints',
    AFTERWORD_METRICS_TOKEN_FILE: '/nowhere/token',
    AFTERWORD_JOBS: '2.5',
    AFTERWORD_TRUST_PROXY: 'yes',
  };
  let message = '';
  try {
    readConfiguration(wrong);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    message = (error as Error).message;
  }
  expect(message).toContain('AFTERWORD_PORT: must be a number');
  expect(message).toContain('AFTERWORD_JOBS: must be a whole number');
  expect(message).toContain('AFTERWORD_TRUST_PROXY: must be true, false, a number of proxies');
  expect(message).toContain('AFTERWORD_SECRET: must be at least 32 characters');
  for (const name of [
    'AFTERWORD_PORT',
    'AFTERWORD_SECRET',
    'DATABASE_URL',
    'AFTERWORD_PROT',
    'AFTERWORD_METRICS_TOKEN_FILE',
    'AFTERWORD_S3_ACCESS_KEY',
    'AFTERWORD_CHECKPOINTS',
  ])
    expect(message).toContain(name);
  expect(message).not.toContain('hunter2');
});

test('a secret comes from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-secret-'));
  try {
    const file = join(folder, 'secret');
    writeFileSync(file, 'a secret of more than thirty-two characters\n');
    expect(readConfiguration({ AFTERWORD_SECRET_FILE: file }).AFTERWORD_SECRET).toBe(
      'a secret of more than thirty-two characters',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(Object.keys(VARIABLES))('nothing that %s can be set to is a bug', name => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom('foo', '-1', 'http://', '1e999'),
  );
  fc.assert(
    fc.property(texts, text => {
      try {
        readConfiguration({ [name]: text });
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigurationError);
      }
    }),
  );
});
