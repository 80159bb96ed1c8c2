import { expect, test } from 'vitest';
import { readConfiguration } from '../../configuration.ts';
import { examineEncryption } from './examineEncryption.ts';

const S3 = { AFTERWORD_S3_BUCKET: 'b', AFTERWORD_S3_ACCESS_KEY: 'k', AFTERWORD_S3_SECRET_KEY: 's' };

test.each([
  {},
  { DATABASE_URL: 'postgres://db.example/afterword?sslmode=verify-full' },
  { DATABASE_URL: 'postgres://127.0.0.1/afterword' },
  { DATABASE_URL: 'postgres:///afterword?host=/run/postgresql' },
  { AFTERWORD_HOST: '0.0.0.0', AFTERWORD_URL: 'https://afterword.example' },
  { ...S3, AFTERWORD_S3_ENDPOINT: 'http://localhost:9000' },
  { AFTERWORD_SMTP_URL: 'smtp://mail.example:587' },
])('%j keeps to itself', environment => {
  expect(examineEncryption(readConfiguration(environment))).toMatchObject([{ state: 'ok' }]);
});

test.each([
  [{ DATABASE_URL: 'postgres://db.example/afterword' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://db.example/afterword?sslmode=prefer' }, 'DATABASE_URL'],
  [{ ...S3, AFTERWORD_S3_ENDPOINT: 'http://minio:9000' }, 'AFTERWORD_S3_ENDPOINT'],
  [{ AFTERWORD_SMTP_URL: 'smtp://mail.example?requireTLS=false' }, 'AFTERWORD_SMTP_URL'],
  [{ AFTERWORD_HOST: '0.0.0.0' }, 'AFTERWORD_HOST'],
])('%j is named', (environment, name) => {
  expect(examineEncryption(readConfiguration(environment))).toMatchObject([
    { state: 'warn', found: expect.stringContaining(name) },
  ]);
});
