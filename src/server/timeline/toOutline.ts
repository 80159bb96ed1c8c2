import type { Bundle } from '../../core/document/bundle.ts';

/** What of a draft the timeline shows besides events and moments. Samples that are no numbers are left out. */
export const toOutline = ({ window, gaps, series, phases }: Bundle) => ({
  window: { from: window.from, to: window.to },
  gaps: gaps.flatMap(({ kind, source, from, to, text }) =>
    from === undefined || to === undefined ? [] : [{ kind, source, from, to, text }],
  ),
  series: series.map(({ id, title, service, unit, baseline, points }) => {
    const shown = points.filter(([, value]) => Number.isFinite(value));
    return {
      id,
      title,
      service,
      unit,
      baseline,
      times: shown.map(([at]) => at),
      values: shown.map(([, value]) => value),
    };
  }),
  phases: phases.map(({ name, from, to }) => ({ name, from, to })),
});
