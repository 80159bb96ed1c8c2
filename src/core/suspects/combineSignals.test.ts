import { describe, expect, test } from 'vitest';
import { combineSignals } from './combineSignals.ts';
import type { Signal } from './signal.ts';

const signal = (service: string, score: number, more: Partial<Signal> = {}): Signal => ({
  from: 'log',
  service,
  component: '',
  score,
  isEcho: false,
  kinds: { exception: 1 },
  text: 'it now logs errors',
  at: null,
  hasBaseline: true,
  subject: { of: 'notice', notice: { kind: 'event', service, name: '', body: '', at: 0 } },
  ...more,
});
const CALLS = [
  { caller: 'front', callee: 'middle' },
  { caller: 'middle', callee: 'leaf' },
  { caller: 'leaf', callee: 'front' },
];

describe('errors that surface up the calls', () => {
  test('are blamed on the deepest service that shows them', () => {
    const isEcho = true;
    const ranked = combineSignals(
      [signal('front', 0.9, { isEcho }), signal('middle', 0.8, { isEcho }), signal('leaf', 0.8, { isEcho })],
      CALLS.slice(0, 2),
    );
    expect(ranked.map(({ service }) => service)[0]).toBe('leaf');
  });

  test('stay where nothing below is suspect', () => {
    const [first] = combineSignals([signal('front', 0.9, { isEcho: true })], CALLS);
    expect(first?.score).toBeCloseTo(0.9 * 0.85);
  });
});

test('sources that agree outweigh one source that is a little surer', () => {
  const ranked = combineSignals(
    [signal('one', 0.8), signal('two', 0.7), signal('two', 0.7, { from: 'metric', kinds: { cpu: 1 } })],
    [],
  );
  expect(ranked.map(({ service }) => service)).toEqual(['two', 'one']);
});

test('lost time on edges does not hide a shortage of CPU', () => {
  const [first] = combineSignals(
    [
      signal('busy', 0.9, { from: 'trace', kinds: { 'network-delay': 0.9 } }),
      signal('busy', 0.9, { from: 'metric', kinds: { cpu: 1 } }),
    ],
    [],
  );
  expect(first?.kind).toBe('cpu');
});

test('names that differ in case only are one service, spelled as requests spell it', () => {
  const ranked = combineSignals([signal('Front', 0.8), signal('front', 0.5, { from: 'metric' })], CALLS);
  expect(ranked.map(({ service }) => service)).toEqual(['front']);
});
