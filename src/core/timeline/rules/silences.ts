import { deafStretches, ownSilences } from '../deafStretches.ts';
import { gridEnd } from '../grid.ts';
import type { Ground, MomentRule, ProposedMoment } from '../moment.ts';
import { figure, spell } from '../moment.ts';
import type { Observations, Quiet } from '../observation.ts';

/** A hole in the whole recording is a moment when it takes this share of the range. */
const LEAST_HOLE = 0.03;

/** Sources that stopped against their own rhythm, and stretches in which nothing at all was recorded. */
export const silenceMoments: MomentRule<Observations> = seen => [
  ...holes(seen),
  ...ownSilences(seen).map(quiet => silent(quiet, seen)),
];

function holes(seen: Observations): ProposedMoment[] {
  const least = LEAST_HOLE * (gridEnd(seen.grid) - seen.grid.from);
  return deafStretches(seen)
    .filter(({ from, to }) => to - from >= least)
    .map(({ from, to }) => ({
      key: `hole ${from}`,
      kind: 'silence',
      at: from,
      until: to,
      uncertaintyUs: seen.grid.step,
      title: `Nothing is recorded for ${spell(to - from)}: no log line and no span from any source`,
      reason: 'a hole in the whole recording, or the export was cut',
      weight: 0.5,
      source: '',
      service: '',
      count: 1,
      grounds: seen.quiets
        .filter(quiet => quiet.before.at <= to && (quiet.after?.at ?? to) >= from)
        .slice(0, 1)
        .map(bothSides),
    }));
}

const bothSides = ({ before, after }: Quiet): Ground => ({
  label: 'the records on both sides of the silence',
  rows: after === undefined ? [before.row] : [before.row, after.row],
  count: after === undefined ? 1 : 2,
});

function silent(quiet: Quiet, { grid }: Observations): ProposedMoment {
  const end = quiet.after?.at ?? gridEnd(grid);
  const lasted = end - quiet.before.at;
  const owner = quiet.service || quiet.source;
  return {
    key: `silence ${quiet.source} ${quiet.before.at}`,
    kind: 'silence',
    at: quiet.before.at,
    until: end,
    uncertaintyUs: quiet.before.uncertaintyUs,
    title:
      quiet.after === undefined
        ? `${owner} falls silent and does not come back`
        : `${owner} is silent for ${spell(lasted)}`,
    reason: `it leaves ${spell(quiet.usualUs)} at most between two records (99 % of ${figure(quiet.records)}), here ${spell(lasted)}`,
    weight: 0.4 + Math.min(0.15, 0.05 * Math.log10(quiet.records)),
    source: quiet.source,
    service: quiet.service,
    count: 1,
    grounds: [bothSides(quiet)],
  };
}
