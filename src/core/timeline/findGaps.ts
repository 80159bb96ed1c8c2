import type { Gap } from '../document/bundle.ts';
import type { Micros } from '../record.ts';
import { deafStretches, ownSilences } from './deafStretches.ts';
import { gridEnd } from './grid.ts';
import { figure, type Ground, listed, percent, spell } from './moment.ts';
import type { Observations, Quiet, Stretch } from './observation.ts';
import { alertEpisodes } from './rules/alerts.ts';

/** A gap whose evidence is still named by row. */
export type FoundGap = Omit<Gap, 'cites'> & { grounds: Ground[] };

type GapRule = (seen: Observations) => FoundGap[];

/** The source of the gap that logs and traces cover less time than metrics do. */
export const CUT_EXPORT = 'logs and traces';

const SAMPLED_BELOW = 0.9;
const LEAST_TRACES = 20;
const MOST_SILENCES = 25;

const silences: GapRule = seen => [
  ...deafStretches(seen).map(
    ({ from, to }): FoundGap => ({
      kind: 'silence',
      source: 'all sources',
      from,
      to,
      text: `No log line and no span at all for ${spell(to - from)}: the recording has a hole here, or the export was cut.`,
      grounds: around(seen.quiets, from, to),
    }),
  ),
  ...exportEdges(seen),
  ...ownSilences(seen).slice(0, MOST_SILENCES).map(silenceOf),
];

/** Metrics that reach further than logs and spans by more than this share of the range, and this long. */
const LEAST_EDGE = 0.05;
const LEAST_EDGE_US = 60e6;

/** Logs and traces that begin after the metrics do or end before them: the export was cut, nothing fell silent. */
function exportEdges({ told, grid, metrics }: Observations): FoundGap[] {
  if (told === undefined || metrics.length === 0) return [];
  const least = Math.max(LEAST_EDGE_US, LEAST_EDGE * (gridEnd(grid) - grid.from));
  const late = told.from - grid.from;
  const early = gridEnd(grid) - told.to;
  if (late < least && early < least) return [];
  const cut = [
    ...(late < least ? [] : [`begin ${spell(late)} later`]),
    ...(early < least ? [] : [`end ${spell(early)} earlier`]),
  ];
  return [
    {
      kind: 'silence',
      source: CUT_EXPORT,
      from: early < least ? grid.from : told.to,
      to: early < least ? told.from : gridEnd(grid),
      text: `Logs and traces ${cut.join(' and ')} than the metrics: their export is cut there, and metrics alone tell of that time.`,
      grounds: [
        {
          label: 'what each kind of record covers',
          rows: [],
          count: 3,
          query:
            'select kind, min("at") as first, max("at") as last, count(*) as records from records where "at" is not null group by kind order by kind',
        },
      ],
    },
  ];
}

function around(quiets: readonly Quiet[], from: number, to: number): Ground[] {
  const quiet = quiets.find(one => one.before.at <= to && (one.after?.at ?? Infinity) >= from);
  return quiet === undefined ? [] : [groundOf(quiet)];
}

const groundOf = ({ before, after }: Quiet): Ground => ({
  label: 'the records on both sides of the silence',
  rows: after === undefined ? [before.row] : [before.row, after.row],
  count: after === undefined ? 1 : 2,
});

const silenceOf = (quiet: Quiet): FoundGap => ({
  kind: 'silence',
  source: quiet.source,
  from: quiet.before.at,
  ...(quiet.after && { to: quiet.after.at }),
  text: `${quiet.service || quiet.source} usually writes at least every ${spell(quiet.usualUs)}; ${quiet.after ? `nothing for ${spell(quiet.after.at - quiet.before.at)}` : 'it stops and does not come back'}.`,
  grounds: [groundOf(quiet)],
});

const missingSpans: GapRule = ({ orphans, rootless }) => [
  ...orphans.map(
    (fault): FoundGap => ({
      kind: 'missing-span',
      source: fault.service,
      count: fault.count,
      text: `${figure(fault.count)} of ${figure(fault.of)} spans of ${fault.service} name a parent that is in no file.`,
      grounds: [{ label: 'spans without their parent', rows: fault.rows, count: fault.count }],
    }),
  ),
  ...rootless.map(
    (fault): FoundGap => ({
      kind: 'missing-span',
      source: fault.service,
      count: fault.count,
      text: `${figure(fault.count)} traces that first appear at ${fault.service} have no span that begins them.`,
      grounds: [{ label: 'first spans of such traces', rows: fault.rows ?? [], count: fault.count }],
    }),
  ),
];

const earlyChildren: GapRule = ({ early, strays }) => [
  ...early.map(
    (fault): FoundGap => ({
      kind: 'impossible-order',
      source: fault.service,
      count: fault.count,
      text: `${figure(fault.count)} of ${figure(fault.of)} spans of ${fault.service} begin before the ${fault.parent} span that called them, by up to ${spell(fault.worstUs)}, beyond what the clocks' uncertainty explains.`,
      grounds: [{ label: 'spans that begin before their parent', rows: fault.rows, count: fault.count }],
    }),
  ),
  ...(strays.endBeforeStart === 0
    ? []
    : [
        {
          kind: 'impossible-order' as const,
          source: 'spans',
          count: strays.endBeforeStart,
          text: `${figure(strays.endBeforeStart)} spans end before they start.`,
          grounds: [
            {
              label: 'spans with a negative duration',
              rows: [],
              count: strays.endBeforeStart,
              query:
                'select "at", path, line, service, name, duration_us from records where duration_us < 0 order by "at"',
            },
          ],
        },
      ]),
];

const sampling: GapRule = ({ sampling: { logged, traced, rows } }) =>
  logged < LEAST_TRACES || traced === 0 || traced / logged > SAMPLED_BELOW
    ? []
    : [
        {
          kind: 'sampling',
          source: 'spans',
          count: logged - traced,
          text: `Logs name ${figure(logged)} traces; only ${figure(traced)} of them (${percent(traced / logged)}) have spans. Traces are probably sampled, so counts from spans are too low.`,
          grounds: [{ label: 'log lines with a trace id', rows, count: logged }],
        },
      ];

const duplicates: GapRule = ({ overlaps, alerts }) => {
  const resent = alertEpisodes(alerts).filter(episode => episode.sent.length > 1);
  const again = resent.reduce((sum, episode) => sum + episode.sent.length - 1, 0);
  return [
    ...overlaps.map(
      ({ paths, shared, rows }): FoundGap => ({
        kind: 'duplicate',
        source: paths[1],
        count: shared,
        text: `${figure(shared)} records of ${paths[1]} are also in ${paths[0]}; each is counted once.`,
        grounds: [{ label: 'records that are in both files', rows, count: shared }],
      }),
    ),
    ...(again === 0
      ? []
      : [
          {
            kind: 'duplicate' as const,
            source: [...new Set(resent.map(episode => episode.first.source))].join(', '),
            count: again,
            text: `${figure(again)} alert notifications repeat an alert in an unchanged state; each alert is counted once.`,
            grounds: resent.slice(0, 3).map(({ sent }) => ({
              label: 'the same alert, sent again',
              rows: sent.slice(0, 3).map(alert => alert.row),
              count: sent.length,
            })),
          },
        ]),
  ];
};

/** A clock that stands in 1970 was reset, and its records belong to another time. */
const RESET_BEFORE = 366 * 86_400e6;
const MOST_APART = 5;

function apartText({ from, to, records }: Stretch): string {
  const day = (at: Micros): string => new Date(at / 1000).toISOString().slice(0, 16).replace('T', ' ');
  const until = day(from).slice(0, 10) === day(to).slice(0, 10) ? day(to).slice(11) : day(to);
  return `${day(from)} to ${until} UTC (${figure(records)} records${from < RESET_BEFORE && from > -RESET_BEFORE ? ', probably of a clock that was reset' : ''})`;
}

const strayTimes: GapRule = ({ strays: { outside, withoutTime, records, apart } }) => [
  ...(withoutTime === 0
    ? []
    : [
        {
          kind: 'no-time' as const,
          source: 'all sources',
          count: withoutTime,
          text: `${figure(withoutTime)} of ${figure(records)} records have no time that could be found; no order below rests on them.`,
          grounds: [
            {
              label: 'records without a time',
              rows: [],
              count: withoutTime,
              query: 'select path, line, body from records where "at" is null order by path, line',
            },
          ],
        },
      ]),
  ...(outside === 0
    ? []
    : [
        {
          kind: 'skipped' as const,
          source: 'all sources',
          count: outside,
          text: `${figure(outside)} records lie outside the stretch of time that this draft looks at${apart.length === 0 ? '' : `: ${listed(apart.slice(0, MOST_APART).map(apartText), MOST_APART)}${apart.length > MOST_APART ? ` and ${apart.length - MOST_APART} more` : ''}. Reading again with another stretch (--from and --to) looks at one of them`}.`,
          grounds: [],
        },
      ]),
];

const GAP_RULES: readonly GapRule[] = [
  silences,
  earlyChildren,
  missingSpans,
  sampling,
  duplicates,
  strayTimes,
];

/** What the records themselves show to be missing, doubled or out of order. */
export const findGaps = (seen: Observations): FoundGap[] => GAP_RULES.flatMap(rule => rule(seen));
