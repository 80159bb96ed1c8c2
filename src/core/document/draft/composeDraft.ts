import { percent, spell } from '../../timeline/moment.ts';
import type { Bundle, Gap, Moment } from '../bundle.ts';
import { BUNDLE_SCHEMA_ID } from '../schema/bundleSchema.ts';
import { proposeActions } from './actions.ts';
import { clockGaps, coverageGaps } from './coverageGaps.ts';
import { capital, findFactors, writeHypotheses } from './hypotheses.ts';
import { writeImpact } from './impact.ts';
import type { DraftInput } from './input.ts';
import { openScene, type Scene, signOf } from './scene.ts';
import { summarise } from './summary.ts';
import { writeUnknowns } from './unknowns.ts';

/** Composes the whole draft. Pure: the same input gives the same bundle. */
export function composeDraft(input: DraftInput): Bundle {
  const scene = openScene(input, [
    ...baselineGap(input),
    ...coverageGaps(input.coverage),
    ...clockGaps(input.clocks),
  ]);
  const factors = findFactors(scene);
  const unknowns = writeUnknowns(scene, factors);
  const summary = summarise(scene, factors, unknowns);
  const impact = writeImpact(scene);
  const actions = proposeActions(scene, factors);
  const moments = scene.timeline.moments.map(
    ({ grounds, count: _, topic: __, ...moment }): Moment => ({
      ...moment,
      cites: scene.citeGrounds(grounds),
    }),
  );
  const series = scene.series.map(({ evidence, ...one }) => ({
    ...one,
    cites: scene.citations.citeAll(evidence),
  }));
  return {
    $schema: BUNDLE_SCHEMA_ID,
    format: 'afterword/bundle',
    version: 1,
    title: input.title ?? titleOf(scene),
    generatedAt: input.generatedAt,
    generator: input.generator,
    window: scene.timeline.window,
    summary,
    impact,
    moments,
    phases: scene.timeline.phases,
    suspects: scene.suspects,
    hypotheses: writeHypotheses(factors),
    unknowns,
    actions,
    series,
    lanes: input.lanes,
    events: input.events,
    eventsOmitted: input.eventsOmitted,
    coverage: input.coverage,
    gaps: scene.gaps,
    clocks: input.clocks,
    redactions: input.redactions,
    citations: scene.citations.list(),
    evidence: input.evidence,
  };
}

function titleOf(scene: Scene): string {
  const { impact, turns, window } = scene.timeline;
  const start = turns['impact-start'];
  const day = new Date(window.from / 1000).toISOString().slice(0, 10);
  if (start === undefined || impact === undefined)
    return Object.keys(scene.counts).length === 0
      ? 'No readable evidence'
      : `No lasting impact found, ${day}`;
  const on = new Date(start.at / 1000).toISOString().slice(0, 10);
  const lasted =
    turns.restore === undefined || turns.restore.at <= start.at
      ? ''
      : ` for ${spell(turns.restore.at - start.at)}`;
  const figures = scene.figures;
  const share = figures && figures.during.requests > 0 ? figures.during.failed / figures.during.requests : 0;
  const where = start.service === '' ? '' : ` at ${start.service}`;
  const what = share > 0.005 ? `${percent(share)} of requests failed${where}` : capital(signOf(impact.start));
  return `${what}${lasted} (${on})`;
}

/** The gap that the impact fills the evidence from its very beginning, so that nothing shows what normal was. */
function baselineGap({ timeline, figures }: DraftInput): Gap[] {
  if (timeline.impact === undefined || figures?.before !== undefined) return [];
  return [
    {
      kind: 'no-baseline',
      source: 'all sources',
      text:
        figures === undefined
          ? 'No requests can be counted, so normal and incident cannot be compared in numbers.'
          : 'The evidence begins with or shortly before the impact, so it does not show what normal was.',
      cites: [],
    },
  ];
}
