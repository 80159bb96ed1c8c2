import type { MomentRule } from '../moment.ts';
import { figure, spell } from '../moment.ts';
import type { Observations } from '../observation.ts';

/** Sources that stopped against their own rhythm. */
export const silenceMoments: MomentRule<Observations> = ({ quiets, grid }) =>
  quiets.map(quiet => {
    const end = quiet.after?.at ?? grid.from + grid.buckets * grid.step;
    const lasted = end - quiet.before.at;
    return {
      key: `silence ${quiet.source} ${quiet.before.at}`,
      kind: 'silence' as const,
      at: quiet.before.at,
      until: end,
      uncertaintyUs: quiet.before.uncertaintyUs,
      title:
        quiet.after === undefined
          ? `${quiet.service || quiet.source} falls silent and does not come back`
          : `${quiet.service || quiet.source} is silent for ${spell(lasted)}`,
      reason: `it leaves ${spell(quiet.usualUs)} at most between two records (99 % of ${figure(quiet.records)}), here ${spell(lasted)}`,
      weight: 0.4 + Math.min(0.15, 0.05 * Math.log10(quiet.records)),
      source: quiet.source,
      service: quiet.service,
      count: 1,
      grounds: [
        {
          label: 'the records on both sides of the silence',
          rows: [quiet.before.row, ...(quiet.after ? [quiet.after.row] : [])],
          count: quiet.after ? 2 : 1,
        },
      ],
    };
  });
