import { type Change, changeOf } from '../../../core/traces/compareCosts.ts';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { CHANGE_LOOKS } from '../changeLooks.ts';
import type { Frame, Measure } from './layoutFlame.ts';

/** What frames are measured by: requests in each stretch; undefined before where nothing is compared. */
export interface FrameScale {
  measure: Measure;
  requests: number;
  requestsBefore: number | undefined;
}

/** What a frame costs each request. */
export interface FrameFigures {
  now: number;
  before: number | undefined;
  change: Change;
  /** Now by before; 1 where there is nothing to divide. */
  factor: number;
}

const perRequest = (sum: number, requests: number): number => (requests === 0 ? 0 : sum / requests);

/** What a frame costs each request, against those before. */
export function figuresOf(
  { weights }: Pick<Frame, 'weights'>,
  { requests, requestsBefore }: FrameScale,
): FrameFigures {
  const now = perRequest(weights.now, requests);
  if (requestsBefore === undefined) return { now, before: undefined, change: 'same', factor: 1 };
  const before = perRequest(weights.before, requestsBefore);
  const factor = now > 0 && before > 0 ? now / before : 1;
  return { now, before, change: changeOf(now, before), factor };
}

/** A value by the measure: a duration, or how many spans. */
export const valueText = (value: number, measure: Measure): string =>
  measure === 'time' ? microsText(value) : String(Number(value.toPrecision(3)));

/** The change as a sign with its factor: `▲ 3.2 ×`. */
export function changeSign({ change, factor }: FrameFigures): string {
  const { sign } = CHANGE_LOOKS[change];
  return change === 'longer' || change === 'shorter' ? `${sign} ${t.traces.factor(factor)}` : sign;
}

/** The change in words, for those who do not see signs. */
export function changeText({ change, factor, before }: FrameFigures): string {
  if (before === undefined) return '';
  const words = t.traces.change[change];
  return change === 'longer' || change === 'shorter' ? `${words}, ${t.traces.factor(factor)}` : words;
}

export const shareText = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
