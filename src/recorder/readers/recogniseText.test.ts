import { describe, expect, test } from 'vitest';
import { recogniseText } from './recogniseText.ts';
import { TEXT_READERS } from './text.ts';

describe('the readers to try on a file', () => {
  const order = (lines: string[]): string[] => {
    const text = lines.join('\n');
    return recogniseText({ path: '', bytes: Buffer.from(text), text, lines, whole: true }).map(
      reader => reader.name,
    );
  };
  const syslog = 'Feb 11 08:14:09 web-3 sshd[1187]: Accepted publickey for deploy';
  const json = '{"level":"info","msg":"m","ts":1676103249}';

  test('begin with the one that reads most lines, and end with those that read any', () => {
    const names = order([syslog, syslog, json, syslog]);
    expect(names.slice(0, 2)).toEqual(['syslog', 'ndjson']);
    expect(names.slice(-2)).toEqual(['stamped', 'text']);
  });

  test('hold all formats, each once', () => {
    expect(order([json]).toSorted()).toEqual(TEXT_READERS.map(reader => reader.name).toSorted());
  });

  test('begin with plain text when no line has a form', () => {
    expect(order(['hello', 'world'])[0]).toBe('text');
  });

  test('are not misled by long traces', () => {
    const trace = Array.from({ length: 50 }, (_, i) => `\tat com.example.Orders.close(Orders.java:${i})`);
    const line = '2023-02-11 08:14:09,402 [main] ERROR com.example.Orders - refused';
    expect(order([line, 'java.lang.IllegalStateException: closed', ...trace, line])[0]).toBe('java');
  });
});
