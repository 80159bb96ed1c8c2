import { expect, test } from 'vitest';
import { describeVerification } from './describeVerification.ts';

const sound = {
  entries: 120,
  proven: 100,
  erased: 0,
  checkpoint: { size: 100, root: 'root' },
  firstBad: null,
};

test('a sound log says what is covered and what is newer', () => {
  const found = describeVerification(sound);
  expect(found.outcome).toBe('good');
  expect(found.lines).toEqual([
    '120 entries were read and hashed again.',
    '100 entries are covered by the checkpoint and fit it.',
    '20 entries are newer than the checkpoint: they hang together, and the next checkpoint will cover them.',
  ]);
});

test('without a checkpoint nothing is called proven', () => {
  expect(describeVerification({ ...sound, proven: 0, checkpoint: null }).outcome).toBe('young');
});

test('a fault comes first, with its place and reason', () => {
  const fault = { index: 7, before: null, reason: 'the leaf hash differs' };
  const found = describeVerification({ ...sound, proven: 7, firstBad: fault });
  expect([found.outcome, found.headline, found.lines[0]]).toEqual([
    'bad',
    'Entry 7 is not as it was written.',
    'the leaf hash differs',
  ]);
});
