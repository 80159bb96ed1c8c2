import { expect, test } from 'vitest';
import { reading, shorten } from './format.ts';

test.each([
  ['CpuUsageRate(%)', 83.84, '83.8 %'],
  ['PodServerLatencyP99(s)', 0.278, '278 ms'],
  ['NetworkP90(ms)', 2000, '2 s'],
  ['NetworkReceiveBytes', 55_001, '55 kB'],
  ['MemoryUsage(Mi)', 15.375, '16.1 MB'],
  ['http_request_duration_seconds', 75, '1.25 min'],
  ['SyscallRead', 20_120, '20,120'],
])('%s is read in the unit that its name tells', (metric, value, text) => {
  expect(reading(metric, value)).toBe(text);
});

test('a long text is cut with an ellipsis, a short one is left', () => {
  expect(shorten('connection refused', 11)).toBe('connection…');
  expect(shorten('refused', 11)).toBe('refused');
});
