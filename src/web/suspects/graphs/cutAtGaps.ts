import type { AlignedData } from 'uplot';
import { continuousRuns } from '../../../core/chart/continuousRuns.ts';
import type { Micros } from '../../../core/record.ts';
import type { GraphLine } from './LineGraph.tsx';

/** The data as a graph takes it, in seconds; where nothing was measured stands nothing, so that no line goes across. */
export function cutAtGaps(times: readonly Micros[], lines: readonly GraphLine[]): AlignedData {
  const runs = continuousRuns(times);
  const withGaps = <Value>(values: readonly Value[], inGap: (end: number) => Value): Value[] =>
    runs.flatMap(([start, end], run) =>
      run === runs.length - 1 ? values.slice(start, end) : [...values.slice(start, end), inGap(end)],
    );
  const seconds = times.map(at => at / 1e6);
  return [
    withGaps(seconds, end => (seconds[end - 1]! + seconds[end]!) / 2),
    ...lines.map(({ values }) => withGaps<number | null>(values, () => null)),
  ];
}
