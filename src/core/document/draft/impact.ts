import { figure, listed, percent, spell, took } from '../../timeline/moment.ts';
import type { CitationId, Figure, Sentence } from '../bundle.ts';
import type { ImpactFigures, OperationFigures, PhaseFigures } from './input.ts';
import { type Scene, shown, unknown } from './scene.ts';

/** The impact in numbers; each figure cites the query that gives it. */
export function writeImpact(scene: Scene): { sentences: Sentence[]; figures: Figure[] } {
  const { turns } = scene.timeline;
  const start = turns['impact-start'];
  if (start === undefined)
    return {
      sentences: [unknown('No impact on users could be measured or read from this evidence.')],
      figures: [],
    };
  return {
    sentences: [...measured(scene), ...operations(scene), ...services(scene)],
    figures: [...durations(scene), ...requestFigures(scene), ...errorFigure(scene), ...serviceFigure(scene)],
  };
}

function measured(scene: Scene): Sentence[] {
  const { figures } = scene;
  if (figures === undefined)
    return [
      unknown(
        'How many requests or users were affected is not known: the evidence has neither access logs nor traces for the time of the impact.',
      ),
    ];
  const { during, before } = figures;
  const cites = [citeFigures(scene)];
  const slow =
    during.p95Ms === null || before?.p95Ms == null
      ? []
      : [
          shown(
            `The median duration went from ${ms(before.p50Ms ?? 0)} to ${ms(during.p50Ms ?? 0)}, the 95th percentile from ${ms(before.p95Ms)} to ${ms(during.p95Ms)}.`,
            cites,
          ),
        ];
  return [shown(failing(figures), cites), ...slow];
}

/** How many requests failed, counted from what, against how many before. */
function failing({ during, before, measuredBy }: ImpactFigures): string {
  const was = before === undefined ? undefined : percent(share(before));
  if (during.failed === 0) {
    const too = was === undefined ? '' : was === '0 %' ? ', and none before' : `; before, ${was} did`;
    return `None of the ${figure(during.requests)} requests in the ${measuredBy} failed${too}.`;
  }
  const compared =
    was === undefined
      ? 'there is no quiet time before to compare with'
      : `before, it was ${was} of ${figure(before!.requests)}`;
  return `Of ${figure(during.requests)} requests in the ${measuredBy}, ${figure(during.failed)} failed (${percent(share(during))}); ${compared}.`;
}

function operations(scene: Scene): Sentence[] {
  const worst = worstOperations(scene);
  return worst === undefined ? [] : [shown(`Hardest hit: ${worst.text}.`, worst.cites)];
}

function services(scene: Scene): Sentence[] {
  const { names, cites } = affectedServices(scene);
  return names.length < 2 ? [] : [shown(`Signs of it show at ${listed(names, 8)}.`, cites)];
}

/** The operations that failed or slowed most, in words. */
export function worstOperations(scene: Scene): { text: string; cites: CitationId[] } | undefined {
  const { figures } = scene;
  const worst =
    figures?.operations
      .slice(0, 3)
      .map(sayOperation)
      .filter(text => text !== '') ?? [];
  if (figures === undefined || worst.length === 0) return undefined;
  const cites = [
    scene.citations.cite({
      label: 'operations during the impact',
      records: [],
      count: figures.operations.length,
      query: figures.operationsQuery,
    }),
  ];
  return { text: listed(worst), cites };
}

function sayOperation({ service, name, requests, failed, p95Ms, p95BeforeMs }: OperationFigures): string {
  const label = name === '' ? service : `${service} ${name}`;
  if (failed > 0) return `${label} (${percent(failed / requests)} of ${figure(requests)} failed)`;
  if (p95Ms === null || p95BeforeMs === null || p95Ms < p95BeforeMs * 1.3) return '';
  return `${label} (p95 ${ms(p95BeforeMs)} → ${ms(p95Ms)})`;
}

function durations(scene: Scene): Figure[] {
  const { turns, impact, window } = scene.timeline;
  const start = turns['impact-start']!;
  const evidenceEnd = impact === undefined ? undefined : Math.min(impact.end.sight, window.to);
  const between = (label: string, end: (typeof turns)[keyof typeof turns], from = start): Figure[] =>
    end === undefined || end.at < from.at
      ? []
      : [
          {
            label,
            value: spell(end.at - from.at),
            cites: scene.citeGrounds([...from.grounds, ...end.grounds]),
          },
        ];
  return [
    ...(turns.restore === undefined || turns.restore.at < start.at
      ? [
          {
            label: 'Duration, not over when the evidence ends',
            value: `≥ ${spell(Math.max(0, (evidenceEnd ?? start.at) - start.at))}`,
            cites: scene.citeGrounds(start.grounds),
          },
        ]
      : between('Duration', turns.restore)),
    ...(impact?.start.measured ? between('Time to detect', turns.detection) : []),
    ...between('Time to acknowledge', turns.acknowledgement, turns.detection ?? start),
    ...between('Time to mitigate', turns.mitigation),
  ];
}

function requestFigures(scene: Scene): Figure[] {
  const { figures } = scene;
  if (figures === undefined) return [];
  const cites = [citeFigures(scene)];
  const { before, during, after } = figures;
  const row = (label: string, value: string | undefined): Figure[] =>
    value === undefined ? [] : [{ label, value, cites }];
  return [
    ...row('Requests during the impact', figure(during.requests)),
    ...row(
      'Failed requests',
      during.failed === 0 ? 'none' : `${figure(during.failed)} (${percent(share(during))})`,
    ),
    ...(during.failed === 0
      ? []
      : [
          ...row('Failed share before', before && percent(share(before))),
          ...row('Failed share after', after && percent(share(after))),
        ]),
    ...row('Median duration, before → during', arrow(before?.p50Ms, during.p50Ms)),
    ...row('95th percentile, before → during', arrow(before?.p95Ms, during.p95Ms)),
  ];
}

/** Where no requests can be counted, the error lines of the kinds that began with the impact. */
function errorFigure(scene: Scene): Figure[] {
  const { impact, moments } = scene.timeline;
  if (scene.figures !== undefined || impact === undefined) return [];
  const until = impact.to ?? scene.timeline.window.to;
  const kinds = moments.filter(
    moment => moment.kind === 'first-error' && moment.at >= impact.from - 60e6 && moment.at < until,
  );
  if (kinds.length === 0) return [];
  const lines = kinds.reduce((sum, moment) => sum + moment.count, 0);
  return [
    {
      label:
        kinds.length === 1
          ? 'Error lines of a kind that began with it'
          : `Error lines of ${kinds.length} kinds that began with it`,
      value: figure(lines),
      cites: scene.citeGrounds(kinds.slice(0, 5).flatMap(moment => moment.grounds)),
    },
  ];
}

const arrow = (before: number | null | undefined, during: number | null): string | undefined =>
  during === null ? undefined : `${before == null ? 'unknown' : ms(before)} → ${ms(during)}`;

/** Milliseconds as a person writes them. */
export const ms = (value: number): string => took(value * 1000);

const share = ({ failed, requests }: PhaseFigures): number => (requests === 0 ? 0 : failed / requests);

const citeFigures = (scene: Scene): CitationId =>
  scene.citations.cite({
    label: 'requests before, during and after the impact',
    records: [],
    count: scene.figures!.during.requests,
    query: scene.figures!.query,
  });

function serviceFigure(scene: Scene): Figure[] {
  const { names, cites } = affectedServices(scene);
  return names.length < 2 ? [] : [{ label: 'Services with signs of it', value: String(names.length), cites }];
}

const LEAST_CONFIDENCE = 0.5;

/** Services whose own requests or errors changed while the impact lasted, the surest signs first. */
export function affectedServices(scene: Scene): { names: string[]; cites: CitationId[] } {
  const { impact } = scene.timeline;
  if (impact === undefined) return { names: [], cites: [] };
  const pieces = [impact.start, impact.end, ...impact.support]
    .filter(piece => piece.service !== '' && (piece.confidence >= LEAST_CONFIDENCE || piece === impact.start))
    .sort((a, b) => b.confidence - a.confidence);
  return {
    names: pieces
      .map(piece => piece.service)
      .filter((name, i, all) => all.findIndex(other => other.toLowerCase() === name.toLowerCase()) === i),
    cites: scene.citeGrounds(pieces.slice(0, 8).flatMap(piece => piece.grounds.slice(0, 1))),
  };
}
