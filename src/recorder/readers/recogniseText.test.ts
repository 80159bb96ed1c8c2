import { describe, expect, test } from 'vitest';
import { READERS } from './index.ts';
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

  test('begin with one that knows its lines where all lines are of known formats', () => {
    const mixed = [
      syslog,
      '2023-02-11 08:14:09,402 [main] ERROR com.example.Orders - refused',
      'E0211 08:14:09.401211       1 reflector.go:138] Failed to watch *v1.Node',
      '2023-02-11T08:14:09.402Z [WARN]  agent.server.raft: heartbeat timeout reached',
      '18/02/11 06:20:51 WARN scheduler.TaskSetManager: Lost task 3.0 in stage 2.0 (TID 77)',
      '20180104-7:02:09:41|Step_ExtSDM|30002312|calculateCaloriesWithCache totalCalories=126775',
    ];
    expect(order(mixed)[0]).not.toBe('stamped');
  });

  test('hold no chat, commits or samples unless the sample does', () => {
    const lines = READERS.filter(reader => reader.shape === 'lines');
    const names = (line: string) =>
      recogniseText(
        { path: '', bytes: Buffer.from(line), text: line, lines: [line], whole: true },
        lines,
      ).map(r => r.name);
    expect(names(syslog)).not.toContain('chat-transcript');
    expect(names('12:03:11 <bob> checking')).toContain('chat-transcript');
  });

  test('are not misled by long traces', () => {
    const trace = Array.from({ length: 50 }, (_, i) => `\tat com.example.Orders.close(Orders.java:${i})`);
    const line = '2023-02-11 08:14:09,402 [main] ERROR com.example.Orders - refused';
    expect(order([line, 'java.lang.IllegalStateException: closed', ...trace, line])[0]).toBe('java');
  });
});
