import type { Bundle, Citation } from '../../src/core/document/bundle.ts';
import { emptyBundle, excerpt, MINUTE, START } from './bundle.ts';
import { builtEvents, builtLane, builtSeries } from './outage/measured.ts';
import { minorMoments, outageMoments } from './outage/moments.ts';
import { END, IMPACT, LINES, RESTORED, SOURCES } from './outage/scene.ts';
import { told } from './outage/told.ts';
import { trust } from './outage/trust.ts';
import { seeded } from './random.ts';

/** A plausible outage of a shop's checkout: 35 moments, 14 sources, `events` single events, six series, three suspects. */
export function outageBundle(seed = 7, events = 4000): Bundle {
  const random = seeded(seed);
  const bundle = emptyBundle();
  const built = outageMoments(random);
  return {
    ...bundle,
    title: 'Checkout answered 503 for 42 minutes',
    window: { from: START, to: END, basis: 'proposed' },
    ...told(),
    moments: [...built.map(item => item.moment), ...minorMoments(random)],
    phases: [
      { name: 'before', from: START, to: IMPACT },
      { name: 'impact', from: IMPACT, to: START + 24 * MINUTE },
      { name: 'detected', from: START + 24 * MINUTE, to: START + 46 * MINUTE },
      { name: 'mitigated', from: START + 46 * MINUTE, to: RESTORED },
      { name: 'restored', from: RESTORED, to: END },
    ],
    series: builtSeries(random),
    lanes: SOURCES.map(source => builtLane(source, random)),
    events: builtEvents(random, events),
    eventsOmitted: 184_206,
    citations: [...built.map(item => item.citation), ...computedCitations()],
    ...trust(),
  };
}

function computedCitations(): Citation[] {
  const query = (text: string) =>
    `select ${text}\nfrom records\nwhere source = 'edge/access.log'\n  and at >= timestamptz '2026-10-14 07:21:00+00'`;
  return [
    {
      id: 'e36',
      label: 'Failed requests',
      records: [excerpt({ level: 'error', body: LINES['edge/access.log']![0]! })],
      count: 61_204,
      query: query("count(*) filter (where attributes ->> 'status' >= '500')"),
    },
    {
      id: 'e37',
      label: 'Share of failed requests at the height',
      records: [],
      count: 161_000,
      query: query('max(share)'),
      series: 's1',
    },
    {
      id: 'e38',
      label: 'Sessions that met an error',
      records: [],
      count: 9120,
      query: query("count(distinct attributes ->> 'session')"),
    },
    {
      id: 'e39',
      label: 'values.yaml in the deployment',
      records: [
        excerpt({
          source: 'git',
          path: 'git.log',
          kind: 'change',
          name: 'deploy',
          body: '-  max: 64\n+  max: 16',
        }),
      ],
      count: 1,
      path: 'git.log',
    },
  ];
}
