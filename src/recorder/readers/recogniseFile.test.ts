import { expect, test } from 'vitest';
import { sampleOf } from '../../../test/harness/readAll.ts';
import { recogniseFile } from './recogniseFile.ts';

const chosen = (content: string | Uint8Array) => {
  const format = recogniseFile(sampleOf(content));
  if (!format) return 'unreadable';
  return format.shape === 'document' ? format.reader.name : `lines: ${format.readers[0]?.name}`;
};

test.each([
  ['a JSON document', '{\n  "resourceLogs": [\n    {"scopeLogs": []}\n  ]\n}', 'otlp-json'],
  ['JSON lines of a known format', '{"resourceLogs":[]}\n{"resourceLogs":[]}\n', 'lines: otlp-json-lines'],
  [
    'JSON lines of any schema',
    '{"time":"2023-01-30T11:50:00Z","msg":"a"}\n{"time":"2023-01-30T11:50:01Z","msg":"b"}\n',
    'lines: ndjson',
  ],
  ['a table', 'time,message\n2023-01-30T11:50:00Z,a\n2023-01-30T11:50:01Z,b\n', 'csv'],
  ['plain words', 'nothing to see here\n', 'lines: text'],
  ['an empty file', '', 'lines: text'],
  ['binary noise', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + 13) % 251), 'unreadable'],
  [
    'text with a few broken bytes',
    Buffer.concat([Buffer.from('2023-01-30T11:50:00Z ok '.repeat(20)), Buffer.from([0xff, 0xfe])]),
    'lines: stamped',
  ],
])('%s', (_, content, expected) => {
  expect(chosen(content)).toBe(expected);
});

test('a document that is longer than the sample is known by its beginning', () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({
    metric: { __name__: 'up' },
    value: [1675079459 + i, '1'],
  }));
  const text = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: many } });
  expect(text.length).toBeGreaterThan(100_000);
  expect(chosen(text)).toBe('prometheus-json');
});

test('other line readers follow, for lines of other formats in the same file', () => {
  const format = recogniseFile(sampleOf('{"time":"2023-01-30T11:50:00Z","msg":"a"}\n'.repeat(3)));
  expect(format?.shape === 'lines' && format.readers.map(reader => reader.name)).toContain('logfmt');
});
