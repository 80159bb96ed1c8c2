import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STAGES } from '../progress.ts';
import { followRecording } from './recordingProgress.ts';

const told = fc.array(
  fc.record({
    stage: fc.nat(STAGES.length - 1),
    done: fc.nat(1_000),
    total: fc.nat(1_000),
    took: fc.nat(5_000),
  }),
  { minLength: 1 },
);

test('the share stays between 0 and 1 and never falls, whatever is told', () => {
  fc.assert(
    fc.property(told, steps => {
      let now = 0;
      const follow = followRecording(() => now);
      let last = 0;
      for (const { stage, done, total, took } of steps) {
        now += took;
        const { share, secondsLeft } = follow(STAGES[stage]!, done, total);
        expect(share).toBeGreaterThanOrEqual(last);
        expect(share).toBeLessThanOrEqual(1);
        if (secondsLeft !== null) expect(secondsLeft).toBeGreaterThanOrEqual(0);
        last = share;
      }
    }),
  );
});

test('a recording that is half done after a minute has a minute left', () => {
  let now = 0;
  const follow = followRecording(() => now);
  expect(follow('receiving', 1, 100).secondsLeft).toBeNull();
  now = 60_000;
  const { share, secondsLeft } = follow('reading', 30, 34);
  expect(share).toBeCloseTo(0.5, 5);
  expect(secondsLeft).toBe(60);
});
