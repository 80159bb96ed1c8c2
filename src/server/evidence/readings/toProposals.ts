import type { Bundle, ClockReport, Excerpt, Moment } from '../../../core/document/bundle.ts';
import type { Micros } from '../../../core/record.ts';
import type { MomentProposal } from '../../moments/proposals/momentProposal.ts';

/** What was added to a record's stamp: its host's clock tells, or its source's where no host is named. */
function correctionOf({ clocks }: ClockReport, { host, source }: Excerpt, at: Micros): number {
  const clock = clocks.find(each => each.clock === (host || source));
  if (clock?.state !== 'corrected') return 0;
  const segment = clock.segments.findLast(({ from }) => from <= at) ?? clock.segments[0];
  return segment ? segment.offsetUs + segment.driftPpm * 1e-6 * (at - segment.from) : 0;
}

/** Moments of a draft as the timeline takes them. One that a single record shows has that record's own stamp. */
export function toProposals({ moments, citations, clocks }: Bundle): MomentProposal[] {
  const byId = new Map(citations.map(citation => [citation.id, citation]));
  const onlyRecord = ({ cites }: Moment): Excerpt | undefined => {
    const cited = cites.map(id => byId.get(id));
    return cited.length === 1 && cited[0]?.count === 1 ? cited[0].records[0] : undefined;
  };
  return moments.map(moment => {
    const record = onlyRecord(moment);
    return {
      at: moment.at,
      until: moment.until ?? null,
      kind: moment.kind,
      title: moment.title,
      reason: moment.reason,
      weight: moment.weight,
      confidence: moment.confidence ?? null,
      isNotable: moment.kept,
      source: moment.source,
      service: moment.service,
      sourceStamp: record?.atRaw ?? '',
      correctionUs: record ? correctionOf(clocks, record, moment.at) : 0,
      uncertaintyUs: moment.uncertaintyUs,
      cites: moment.cites,
    };
  });
}
