import { CUT_EXPORT } from '../../timeline/findGaps.ts';
import { figure, listed, spell } from '../../timeline/moment.ts';
import type { Gap, Sentence } from '../bundle.ts';
import { CAUSES } from './causes.ts';
import type { Factor } from './hypotheses.ts';
import { type Scene, signOf, timeOfDay, unknown } from './scene.ts';

type Question = (scene: Scene, factors: readonly Factor[]) => Sentence[];

const cause: Question = ({ timeline }, [first, second]) => {
  if (timeline.impact === undefined && first === undefined) return [];
  if (first === undefined)
    return [unknown('What caused it: the evidence names no candidate that stands out.')];
  if (
    second === undefined ||
    second.score < first.score * 0.7 ||
    second.place.service === first.place.service
  )
    return [];
  return [
    unknown(
      `Whether ${CAUSES[first.kind].noun} at ${first.place.at} or ${CAUSES[second.kind].noun} at ${second.place.at} came first, and which of them the other follows from: both fit the evidence.`,
      [...first.statement.cites.slice(0, 2), ...second.statement.cites.slice(0, 2)],
    ),
  ];
};

const turns: Question = ({ timeline, counts, citeGrounds }) => {
  const { impact, turns: found } = timeline;
  if (impact === undefined) return [];
  const start = found['impact-start']!;
  const hasAlerts = (counts.alert ?? 0) > 0;
  const hasWords = (counts.message ?? 0) > 0;
  const late = found.detection === undefined ? 0 : found.detection.at - start.at;
  return [
    ...(found.detection === undefined
      ? [
          unknown(
            hasAlerts || hasWords
              ? 'How it was noticed: no alert and no message falls into the time of the impact.'
              : 'How and when it was noticed, and what was done: the evidence holds no alerts and no chat.',
          ),
        ]
      : late > 5 * 60e6
        ? [
            unknown(
              `Why nothing told of it for the first ${spell(late)}.`,
              citeGrounds(found.detection.grounds),
            ),
          ]
        : []),
    ...(found.detection !== undefined && found.mitigation === undefined
      ? [unknown('What ended it: no mitigating step is in the evidence.')]
      : []),
    ...(found.restore === undefined
      ? [unknown('When it ended: the evidence stops before the signs of it do.', citeGrounds(start.grounds))]
      : []),
    ...(start.confidence < 0.6
      ? [
          unknown(
            `When exactly it began: the earliest sign (${signOf(impact.start)}) is indirect.`,
            citeGrounds(start.grounds),
          ),
        ]
      : []),
  ];
};

const apart: Question = ({ timeline: { impact }, citeGrounds }) => {
  if (impact === undefined || impact.others.length === 0) return [];
  const told = impact.others.map(
    piece =>
      `${timeOfDay(piece.from)} to ${piece.to === undefined ? 'the end' : timeOfDay(piece.to)} (${signOf(piece)})`,
  );
  const isOne = told.length === 1;
  return [
    unknown(
      `Whether ${isOne ? 'another stretch' : `${told.length} other stretches`} of trouble in the evidence ${isOne ? 'belongs' : 'belong'} to this incident: ${listed(told, told.length)}. \`--from\` and \`--to\` give a draft of each alone.`,
      citeGrounds(impact.others.flatMap(piece => piece.grounds)),
    ),
  ];
};

/** Records of other days may be of other incidents; a draft tells of one. */
const elsewhere: Question = ({ gaps }) =>
  gaps
    .filter(gap => gap.kind === 'skipped' && gap.source === 'all sources')
    .map(gap => unknown(`Whether the rest belongs to it: ${gap.text}`, gap.cites));

const reachOf: Question = ({ timeline, figures }) => {
  if (timeline.impact === undefined) return [];
  if (figures === undefined)
    return [
      unknown(
        'How many requests and users were affected: there are no access logs and no traces of the time.',
      ),
    ];
  if (figures.before === undefined)
    return [unknown('How bad it was compared with normal: the evidence has no quiet time to compare with.')];
  return [];
};

const changes: Question = ({ counts, timeline }) =>
  timeline.impact !== undefined && (counts.change ?? 0) === 0
    ? [
        unknown(
          'Whether something was changed before it began: the evidence has no deploys, commits or setting changes.',
        ),
      ]
    : [];

const ranking: Question = ({ ranking: { notes } }) => notes.map(note => unknown(note));

const GAP_QUESTIONS: Partial<Record<Gap['kind'], (gaps: readonly Gap[]) => string>> = {
  'impossible-order': gaps =>
    `What the true order is where the evidence contradicts itself: ${gaps[0]!.text}`,
  'missing-span': gaps =>
    `What happened in the calls whose spans are missing: ${listed([...new Set(gaps.map(gap => gap.source))])}.`,
  sampling: gaps => gaps[0]!.text,
  silence: gaps =>
    gaps.length === 1
      ? `What happened while nothing was recorded: ${gaps[0]!.text}`
      : gaps.every(gap => gap.source === 'all sources')
        ? `What happened in ${gaps.length} holes of the whole recording, the first: ${gaps[0]!.text}`
        : `What happened while sources were silent (${listed([...new Set(gaps.map(gap => gap.source))])}).`,
  'clock-contradiction': gaps => gaps[0]!.text,
  unread: gaps =>
    `What stands in ${figure(gaps.length)} ${gaps.length === 1 ? 'file' : 'files'} that no reader understood in full: ${listed(gaps.map(gap => gap.source))}.`,
  'zone-assumed': gaps =>
    `In which zone ${listed(gaps.map(gap => gap.source))} ${gaps.length === 1 ? 'writes its' : 'write their'} times; it was assumed.`,
  'unsettled-order': gaps =>
    gaps.length === 1
      ? gaps[0]!.text
      : `${figure(gaps.length)} orders that the clocks do not settle, for example: ${gaps[0]!.text}`,
};

const gapQuestions: Question = ({ gaps, timeline }) => {
  const { window } = timeline;
  const near = gaps.filter(
    gap =>
      gap.kind !== 'silence' ||
      gap.source === CUT_EXPORT ||
      ((gap.from ?? 0) < window.to && (gap.to ?? Number.MAX_SAFE_INTEGER) >= window.from),
  );
  return Object.entries(GAP_QUESTIONS).flatMap(([kind, ask]) => {
    const same = near.filter(gap => gap.kind === kind);
    return same.length === 0 ? [] : [unknown(ask(same), same.flatMap(gap => gap.cites).slice(0, 4))];
  });
};

const WANTED: readonly (readonly [kinds: string[], what: string])[] = [
  [['log'], 'logs of the affected services, from an hour before to an hour after'],
  [['span'], 'traces of the time (OTLP, Jaeger or Zipkin export)'],
  [['metric'], 'metrics with at least an hour of quiet time before (Prometheus range query)'],
  [['alert'], 'the alerts that fired (Alertmanager or pager export)'],
  [['message'], 'the incident channel (chat export)'],
  [['change'], 'deploys and commits of the day before (git log, deployment events)'],
];

/** What to add to the folder, when most of what a draft needs is missing. */
const collection: Question = ({ counts }) => {
  const missing = WANTED.filter(([kinds]) => kinds.every(kind => (counts[kind] ?? 0) === 0)).map(
    ([, what]) => what,
  );
  return missing.length === 0
    ? []
    : [unknown(`What the missing sources would show. Worth adding: ${missing.join('; ')}.`)];
};

const QUESTIONS: readonly Question[] = [
  cause,
  turns,
  apart,
  elsewhere,
  reachOf,
  changes,
  ranking,
  gapQuestions,
  collection,
];

/** What is not known, as questions for people, the most pressing first. */
export const writeUnknowns = (scene: Scene, factors: readonly Factor[]): Sentence[] =>
  QUESTIONS.flatMap(question => question(scene, factors));
