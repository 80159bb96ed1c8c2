import { figure, listed, percent, spell } from '../../timeline/moment.ts';
import type { Sentence } from '../bundle.ts';
import { capital, type Factor } from './hypotheses.ts';
import { affectedServices, ms, worstOperations } from './impact.ts';
import type { ImpactFigures } from './input.ts';
import { clock, inferred, type Scene, shown, signOf, timeOfDay, unknown } from './scene.ts';

/** The draft in three to six plain sentences: what, when, how long, whom, likely why, what is not known. */
export function summarise(
  scene: Scene,
  factors: readonly Factor[],
  unknowns: readonly Sentence[],
): Sentence[] {
  if (scene.timeline.impact === undefined) return withoutImpact(scene, factors, unknowns);
  return [
    ...course(scene),
    ...reach(scene),
    ...noticing(scene),
    ...ending(scene),
    ...likelyWhy(factors),
    ...openEnd(unknowns),
  ].slice(0, 6);
}

function withoutImpact(scene: Scene, factors: readonly Factor[], unknowns: readonly Sentence[]): Sentence[] {
  const { window } = scene.timeline;
  const records = Object.values(scene.counts).reduce((sum, count) => sum + count, 0);
  const files = scene.coverage.filter(file => file.skipped === '').length;
  if (records === 0)
    return [
      shown(
        `The folder holds no record that could be read (${files} ${files === 1 ? 'file' : 'files'} opened).`,
        [],
      ),
      unknown('What happened, when and to whom is not known from this evidence.'),
      inferred('The section on what is not known says what to collect for a draft that can be used.'),
    ];
  return [
    inferred(
      `Between ${clock(window.from)} and ${clock(window.to)}, ${figure(records)} records from ${files} ${files === 1 ? 'file' : 'files'} show no lasting failure or slowness that a rule could find.`,
    ),
    ...standingOut(scene),
    ...likelyWhy(factors),
    ...openEnd(unknowns),
  ];
}

const MOST_STANDING_OUT = 3;

/** Without an impact: the heaviest moments, so that a reader has somewhere to begin. */
function standingOut({ timeline, citeGrounds }: Scene): Sentence[] {
  const heaviest = timeline.moments
    .filter(moment => moment.kept)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_STANDING_OUT)
    .sort((a, b) => a.at - b.at);
  if (heaviest.length === 0) return [];
  const told = heaviest.map(moment => `${clock(moment.at)}, ${moment.title}`);
  return [
    shown(
      `What stands out most: ${told.join('; ')}.`,
      citeGrounds(heaviest.flatMap(({ grounds }) => grounds)),
    ),
  ];
}

function course(scene: Scene): Sentence[] {
  const { turns, impact } = scene.timeline;
  const start = turns['impact-start']!;
  const until = turns.restore;
  const cites = scene.citeGrounds([...start.grounds, ...(until?.grounds ?? [])]);
  const span =
    until === undefined || until.at <= start.at
      ? `from ${clock(start.at)} until at least the end of the evidence`
      : `from ${clock(start.at)} to ${sameDay(start.at, until.at)} (${spell(until.at - start.at)})`;
  const { figures } = scene;
  if (figures === undefined || figures.during.requests === 0)
    return [shown(`${capital(signOf(impact!.start))}${aboveAll(scene)}, ${span}.`, cites)];
  const query = scene.citations.cite({
    label: 'requests before, during and after the impact',
    records: [],
    count: figures.during.requests,
    query: figures.query,
  });
  return [shown(`${capital(effect(scene, figures))}, ${span}.`, [query, ...cites])];
}

/** What users felt: requests that failed, else requests that were slow, else the sign that began it. */
function effect(scene: Scene, { during, before }: ImpactFigures): string {
  const share = during.failed / during.requests;
  const was = before && before.requests > 0 ? before.failed / before.requests : undefined;
  const isWorse = was === undefined ? share > 0.001 : share > was * 1.5 + 0.0005;
  if (!isWorse) return slowness(scene) ?? signOf(scene.timeline.impact!.start);
  const counted = `${figure(during.failed)} of ${figure(during.requests)} requests failed`;
  return `${counted} (${percent(share)}${was === undefined ? '' : `, against ${percent(was)} before`})`;
}

/** The most frequent error of the impact, where no requests can be counted. */
function aboveAll({ timeline: { impact, moments, window } }: Scene): string {
  const until = impact!.to ?? window.to;
  const errors = moments.filter(
    ({ kind, at, count }) =>
      (kind === 'first-error' || kind === 'error-burst') &&
      count > 1 &&
      at >= impact!.from - 60e6 &&
      at < until,
  );
  const most = errors.sort((a, b) => b.count - a.count)[0];
  const example = most === undefined ? undefined : /“.+”/s.exec(most.title)?.[0];
  return example === undefined ? '' : `, above all ${example} (${figure(most!.count)} times)`;
}

const sameDay = (from: number, to: number): string =>
  clock(from).slice(0, 10) === clock(to).slice(0, 10) ? `${timeOfDay(to)} UTC` : clock(to);

function slowness({ figures }: Scene): string | undefined {
  const now = figures?.during.p95Ms;
  const was = figures?.before?.p95Ms;
  if (now == null || was == null || now < was * 1.3) return undefined;
  return `requests were slow: the slowest 5 % of ${figure(figures!.during.requests)} took ${ms(now)} or more, against ${ms(was)} before`;
}

function reach(scene: Scene): Sentence[] {
  const services = affectedServices(scene);
  const worst = worstOperations(scene);
  if (services.names.length === 0 && worst === undefined) return [];
  const parts = [
    ...(services.names.length === 0 ? [] : [`Signs of it show at ${listed(services.names, 4)}`]),
    ...(worst === undefined ? [] : [`${services.names.length === 0 ? 'H' : 'h'}ardest hit: ${worst.text}`]),
  ];
  return [shown(`${parts.join('; ')}.`, [...services.cites.slice(0, 4), ...(worst?.cites ?? [])])];
}

function noticing(scene: Scene): Sentence[] {
  const { detection, acknowledgement } = scene.timeline.turns;
  const start = scene.timeline.turns['impact-start']!;
  if (detection === undefined) return [];
  const when = distance(detection.at - start.at);
  const isTaken = acknowledgement !== undefined && acknowledgement.key !== detection.key;
  const taken = isTaken ? `; taken up ${spell(Math.max(0, acknowledgement.at - detection.at))} later` : '';
  return [
    shown(
      `First noticed at ${timeOfDay(detection.at)}, ${when}: ${briefly(detection)}${taken}.`,
      scene.citeGrounds([...detection.grounds, ...(acknowledgement?.grounds ?? [])]),
    ),
  ];
}

/** What an alert is called says enough; what it quotes stands in the timeline. */
const briefly = ({ title }: { title: string }): string =>
  lowerFirst(title.startsWith('Alert ') ? title.replace(/: “.*$/s, '') : title);

function distance(late: number): string {
  if (Math.abs(late) < 1e6) return 'as it began';
  return late > 0 ? `${spell(late)} after it began` : `${spell(-late)} before the measured start`;
}

function ending(scene: Scene): Sentence[] {
  const { mitigation, restore } = scene.timeline.turns;
  if (mitigation === undefined) return [];
  const gap = restore === undefined ? undefined : restore.at - mitigation.at;
  const then =
    gap === undefined
      ? ''
      : gap >= 0
        ? `; recovery followed after ${spell(gap)}`
        : '; recovery had already been measured';
  return [
    shown(
      `At ${timeOfDay(mitigation.at)}, ${lowerFirst(mitigation.title)}${then}.`,
      scene.citeGrounds(mitigation.grounds),
    ),
  ];
}

function likelyWhy([first]: readonly Factor[]): Sentence[] {
  if (first === undefined) return [];
  const { brief, statement } = first;
  return [
    inferred(`Most likely factor, to be confirmed: ${lowerFirst(brief)}.`, statement.cites.slice(0, 3)),
  ];
}

function openEnd(unknowns: readonly Sentence[]): Sentence[] {
  const [first, ...rest] = unknowns;
  if (first === undefined) return [];
  const more =
    rest.length === 0
      ? ''
      : ` ${rest.length} more open ${rest.length === 1 ? 'question is' : 'questions are'} listed below.`;
  return [unknown(`Not known yet: ${lowerFirst(first.text)}${more}`, first.cites)];
}

const lowerFirst = (text: string): string =>
  /^[A-Z](?:[a-z]|\s)/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
