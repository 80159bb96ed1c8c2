import { expect, test } from 'vitest';
import { fromTo, metricWords } from './metricWords.ts';

test.each([
  ['PodServerLatencyP90(s)', 's', 'p90 server latency', 's'],
  ['LatencyP50(s)', '', 'p50 latency', 's'],
  ['CpuUsageRate(%)', '%', 'CPU usage rate', '%'],
  ['MemoryUsage(Mi)', 'Mi', 'memory usage', 'MiB'],
  ['http_request_duration_seconds', '', 'HTTP request duration', 's'],
  ['http_requests_total', '', 'HTTP requests', ''],
  ['node_network_receive_bytes_total', '', 'node network receive', 'B'],
  ['queue.depth', '', 'queue depth', ''],
  ['seconds', '', 'seconds', ''],
])('%s is told as %s', (name, given, subject, unit) => {
  expect(metricWords(name, given)).toMatchObject({ subject, unit });
});

test('quantiles of one latency, and a use and its rate, are one family', () => {
  const family = (name: string): string => metricWords(name, '').family;
  expect(family('LatencyP99(s)')).toBe(family('LatencyP50(s)'));
  expect(family('CpuUsageRate(%)')).toBe(family('CpuUsage(m)'));
  expect(family('MemoryUsage(Mi)')).not.toBe(family('CpuUsage(m)'));
});

test('a machine is told from one service on it', () => {
  expect(metricWords('NodeCpuUsageRate(%)', '').isMachine).toBe(true);
  expect(metricWords('CpuUsageRate(%)', '').isMachine).toBe(false);
});

test.each([
  [0.4, 3.75, 's', '0.4 → 3.75 s'],
  [0.012, 0.095, 's', '12 → 95 ms'],
  [1.2, 90, '%', '1.2 → 90 %'],
  [3, 40, '', '3 → 40'],
])('%d to %d %s reads %s', (before, during, unit, said) => {
  expect(fromTo(before, during, unit)).toBe(said);
});
