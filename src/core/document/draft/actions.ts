import { CUT_EXPORT } from '../../timeline/findGaps.ts';
import { figure, listed, percent, spell } from '../../timeline/moment.ts';
import type { Gap, ProposedAction } from '../bundle.ts';
import { CAUSES, type Remedy } from './causes.ts';
import { capital, type Factor } from './hypotheses.ts';
import { inferred, type Scene, shown, signOf, unknown } from './scene.ts';

const MOST = 8;
const MOST_FACTORS = 3;
const LATE_DETECTION = 5 * 60e6;
const SLOW_RECOVERY = 10 * 60e6;

/** Actions that follow from what was seen, each with a check that proves it done. */
export function proposeActions(scene: Scene, factors: readonly Factor[]): ProposedAction[] {
  const causes = againstCauses(factors);
  const all = [
    ...(causes[0] ?? []),
    ...forDetection(scene),
    ...forResponse(scene),
    ...causes.slice(1).flat(),
    ...forEvidence(scene),
    ...forExport(scene),
    ...forMissing(scene),
  ];
  const seen = new Set<string>();
  return all.filter(action => !seen.has(action.title) && seen.add(action.title)).slice(0, MOST);
}

/** What would prevent or soften each likely factor, factor by factor. */
function againstCauses(factors: readonly Factor[]): ProposedAction[][] {
  const first = factors[0]?.score ?? 0;
  return factors
    .filter(factor => factor.score >= first * 0.5)
    .slice(0, MOST_FACTORS)
    .map(({ kind, place, statement, brief }, i) =>
      CAUSES[kind].remedies(place).map(remedy => ({
        ...remedy,
        because: inferred(`Follows if hypothesis ${i + 1} holds: ${brief}.`, statement.cites.slice(0, 4)),
      })),
    );
}

function forDetection(scene: Scene): ProposedAction[] {
  const { turns, impact } = scene.timeline;
  const start = turns['impact-start'];
  if (start === undefined || impact === undefined) return [];
  const late = turns.detection === undefined ? undefined : turns.detection.at - start.at;
  if (late !== undefined && late <= LATE_DETECTION) return [];
  const because =
    late === undefined
      ? shown(
          `${capital(signOf(impact.start))}, and no alert in the evidence tells of it.`,
          scene.citeGrounds(start.grounds),
        )
      : shown(
          `The first signal came ${spell(late)} after the start of impact.`,
          scene.citeGrounds([...start.grounds, ...turns.detection!.grounds]),
        );
  const service = start.service || 'the edge';
  return [
    {
      title: `Alert on what users felt at ${service} within 2 minutes`,
      kind: 'detect',
      verification: alertCheck(scene, service),
      because,
    },
  ];
}

/** An alert rule on the very measure that moved, at a threshold between quiet and incident. */
function alertCheck({ figures }: Scene, service: string): string {
  const label = `service="${service.replaceAll(/["\\`]/g, '')}"`;
  const share = figures && figures.during.requests > 0 ? figures.during.failed / figures.during.requests : 0;
  const before =
    figures?.before && figures.before.requests > 0 ? figures.before.failed / figures.before.requests : 0;
  if (share > before * 1.5 + 0.005) {
    const threshold = Number(Math.max(before * 2, (before + share) / 3).toPrecision(2));
    return `an alert rule exists: \`sum(rate(http_requests_total{${label},code=~"5.."}[2m])) / sum(rate(http_requests_total{${label}}[2m])) > ${threshold}\`; replayed over this incident (promtool test rules) it fires within 2 minutes, and not in the 7 days before`;
  }
  const p95 = figures?.during.p95Ms;
  if (p95 != null) {
    const quiet = figures?.before?.p95Ms ?? p95 / 2;
    return `an alert rule exists: \`histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{${label}}[2m]))) > ${Number(((quiet + p95) / 2000).toPrecision(2))}\`; replayed over this incident (promtool test rules) it fires within 2 minutes, and not in the 7 days before`;
  }
  return `an alert rule on errors or saturation of ${service} exists, and its unit test (promtool test rules) with the values of this incident fires within 2 minutes`;
}

function forResponse(scene: Scene): ProposedAction[] {
  const { turns } = scene.timeline;
  const { detection, mitigation } = turns;
  if (detection === undefined || mitigation === undefined) return [];
  const took = mitigation.at - detection.at;
  if (took < SLOW_RECOVERY) return [];
  const service = scene.timeline.turns['impact-start']!.service || 'the affected service';
  return [
    {
      title: `Write the step that helped into a runbook for ${service}, linked from its alert`,
      kind: 'respond',
      verification: `the alert's runbook_url answers 200 and names the step; in a game day someone who was not there applies it within ${spell(Math.max(5 * 60e6, took / 4))}`,
      because: shown(
        `It took ${spell(took)} from detection to the step that helped.`,
        scene.citeGrounds([...detection.grounds, ...mitigation.grounds]),
      ),
    },
  ];
}

const GAP_REMEDIES: Partial<Record<Gap['kind'], (gaps: readonly Gap[]) => Remedy>> = {
  'clock-contradiction': () => ({
    title: 'Keep all hosts on one time source, and watch their offset',
    kind: 'learn',
    verification:
      'PromQL, to hold for 7 days on every host: `abs(node_timex_offset_seconds) < 0.01 and node_timex_sync_status == 1`',
  }),
  'missing-span': gaps => ({
    title: `Make ${listed(names(gaps))} export every span and pass trace context on`,
    kind: 'learn',
    verification: `in a day's export, under 1 % of the spans of ${listed(names(gaps))} name a parent that is not there (the cited query)`,
  }),
  sampling: () => ({
    title: 'Keep all traces of failed and slow requests (tail sampling)',
    kind: 'learn',
    verification: 'of the failed requests of a day in the access log, 95 % have a stored trace',
  }),
  silence: gaps => ({
    title: `Alert when ${listed(names(gaps))} ${names(gaps).length === 1 ? 'stops' : 'stop'} sending telemetry`,
    kind: 'detect',
    verification: `an absence alert exists for ${listed(names(gaps))} (\`absent_over_time(up{…}[5m])\` or its counterpart for logs), and fires when the shipper is stopped in staging`,
  }),
  'zone-assumed': gaps => ({
    title: `Write the zone into the time stamps of ${listed(names(gaps))}`,
    kind: 'learn',
    verification: `a new line of ${listed(names(gaps))} carries an offset or Z (a format test in its logging configuration)`,
  }),
  'no-time': gaps => ({
    title: `Write a time stamp with zone on every line of the ${figure(gaps[0]!.count ?? 0)} that have none`,
    kind: 'learn',
    verification: 'the coverage table of a new draft from the same sources shows no line without a time',
  }),
};

const names = (gaps: readonly Gap[]): string[] => [...new Set(gaps.map(gap => gap.source))];

/** A gap so small does not earn an action of its own. */
const LEAST_MISSING = 0.01;

/** An export that was cut is a matter of how evidence is collected. */
function forExport({ gaps }: Scene): ProposedAction[] {
  const cut = gaps.find(gap => gap.source === CUT_EXPORT);
  if (cut === undefined) return [];
  return [
    {
      title:
        'Collect logs and traces by script, from an hour before the first sign to an hour after the last',
      kind: 'learn',
      verification:
        'a draft from the next export names no time that only metrics cover (its section on gaps is the test)',
      because: shown(cut.text, cut.cites),
    },
  ];
}

/** Kinds of records that no source gave, where the next draft would need them. */
const MISSING: readonly (readonly [kind: string, remedy: (service: string) => Remedy, lack: string])[] = [
  [
    'change',
    service => ({
      title: `Record deploys and setting changes of ${service} where they can be exported with its logs`,
      kind: 'learn',
      verification: `a draft over the hour of the latest release of ${service} lists that release in its timeline`,
    }),
    'The evidence holds no deploy, commit or setting change, so none can be ruled out.',
  ],
  [
    'span',
    service => ({
      title: `Trace requests from ${service} to what it depends on, and keep the failed and slow ones`,
      kind: 'learn',
      verification: `of the failed requests of a day at ${service}, 95 % have a stored trace`,
    }),
    'The evidence holds no traces, so where the time went or where errors began shows only through logs.',
  ],
];

function forMissing({ counts, timeline }: Scene): ProposedAction[] {
  const start = timeline.turns['impact-start'];
  if (start === undefined) return [];
  return MISSING.filter(([kind]) => (counts[kind] ?? 0) === 0).map(([, remedy, lack]) => ({
    ...remedy(start.service || 'the affected service'),
    because: unknown(lack),
  }));
}

function forEvidence({ gaps, counts }: Scene): ProposedAction[] {
  const spans = counts.span ?? 0;
  return Object.entries(GAP_REMEDIES).flatMap(([kind, remedy]) => {
    const same = gaps.filter(
      gap =>
        gap.kind === kind &&
        gap.source !== CUT_EXPORT &&
        (gap.source !== 'all sources' || kind === 'no-time'),
    );
    if (same.length === 0) return [];
    const missing = same.reduce((sum, gap) => sum + (gap.count ?? 0), 0);
    if (kind === 'missing-span' && missing < spans * LEAST_MISSING) return [];
    const text =
      kind === 'missing-span'
        ? `${figure(missing)} of ${figure(spans)} spans (${percent(missing / spans)}) name a parent that is not there.`
        : same[0]!.text;
    return [{ ...remedy(same), because: shown(text, same.flatMap(gap => gap.cites).slice(0, 4)) }];
  });
}
