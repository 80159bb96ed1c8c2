import type { Micros } from '../record.ts';
import { bucketStart, gridEnd } from './grid.ts';
import type { Ground, ProposedMoment } from './moment.ts';
import type { Mark, NotedRecord, Observations, RequestSeries } from './observation.ts';
import { alertEpisodes } from './rules/alerts.ts';
import { isNew } from './rules/errors.ts';
import { saidMessages } from './rules/messages.ts';
import { type RequestShift, requestShifts } from './rules/requests.ts';
import { changedPiece, findShift, type Shift, whereHeard } from './shift.ts';

/** A stretch of time in which something was worse, as a witness for the impact. */
export interface ImpactPiece {
  from: Micros;
  /** Undefined when the evidence ends before it does. */
  to: Micros | undefined;
  /** 0…1: how much the witness says about what users felt. */
  confidence: number;
  says: string;
  /** What is so once it is over. */
  over: string;
  /** Whether figures show it, rather than words. */
  measured: boolean;
  service: string;
  source: string;
  uncertaintyUs: number | null;
  endUncertaintyUs: number | null;
  /** Key of the moment that shows it, when a rule proposed one. */
  key: string;
  grounds: ProposedMoment['grounds'];
}

const CONFIDENCE = {
  edge: { failures: 0.9, latency: 0.75, rate: 0.55 },
  inner: { failures: 0.7, latency: 0.6, rate: 0.3 },
} as const;
/** A change that fills one bucket only is hardly sustained. */
const NOT_LASTING = 0.2;
/** Waiting this much longer is felt, in milliseconds. */
const FELT_MS = 40;
const LOG_CONFIDENCE = 0.55;
const ALERT_CONFIDENCE = 0.5;
const MESSAGE_CONFIDENCE = 0.4;
const NEW_ERROR_CONFIDENCE = 0.35;

/** Everything that bears witness to an impact, from requests, error logs, alerts and people's words. */
export function impactPieces(seen: Observations): ImpactPiece[] {
  return [
    ...fromRequests(seen),
    ...fromLogs(seen),
    ...fromErrors(seen),
    ...fromAlerts(seen),
    ...fromMessages(seen),
  ];
}

const MEASURES = {
  failures: { kind: 'error-burst', says: 'requests fail', over: 'requests succeed again' },
  latency: { kind: 'latency-change', says: 'requests are slow', over: 'requests are as fast as before' },
  rate: { kind: 'rate-change', says: 'requests stay away', over: 'requests come as before' },
} as const satisfies Record<RequestShift['measure'], { kind: string; says: string; over: string }>;

function fromRequests(seen: Observations): ImpactPiece[] {
  return requestShifts(seen).flatMap(({ service, edge, measure, shift, series }) => {
    if (!isFelt(measure, shift)) return [];
    const { kind, says, over } = MEASURES[measure];
    const [first, last] = edgesOf(series, measure, shift);
    const lasting = shift.to - shift.from > 1 ? 0 : NOT_LASTING;
    return [
      {
        ...stretch(seen, shift, first, last),
        confidence: CONFIDENCE[edge ? 'edge' : 'inner'][measure] - lasting,
        says: `${service || 'edge'}: ${says}`,
        over: `${service || 'edge'}: ${over}`,
        measured: true,
        service,
        key: `${kind} ${service}`,
        grounds: [ground(`${service || 'all'}: requests per interval`, [first, last], series.query)],
      },
    ];
  });
}

/** The records at which the change shows first and last, where single records can show it. */
function edgesOf(
  series: RequestSeries,
  measure: RequestShift['measure'],
  { from, to }: Shift,
): [Mark | undefined, Mark | undefined] {
  if (measure === 'rate') return [undefined, undefined];
  const [firsts, lasts] =
    measure === 'failures' ? [series.firstFailure, series.lastFailure] : [series.firstSlow, series.lastSlow];
  return [firstMark(firsts, from, to), lastMark(lasts, from, to)];
}

/** Whether a user would feel the change: not a few milliseconds more, nor more requests than before. */
function isFelt(measure: RequestShift['measure'], { inside, outside }: Shift): boolean {
  if (measure === 'latency') return inside - outside >= FELT_MS;
  return measure === 'failures' || inside < outside;
}

function fromLogs(seen: Observations): ImpactPiece[] {
  return seen.logs.flatMap(series => {
    const found = findShift(whereHeard(series.errors, seen.heard), 1);
    const shift = found && changedPiece(found, series.errors.length, 'higher');
    if (shift === undefined) return [];
    const first = firstMark(series.firstError, shift.from, shift.to);
    const last = lastMark(series.lastError, shift.from, shift.to);
    return [
      {
        ...stretch(seen, shift, first, last),
        confidence: LOG_CONFIDENCE,
        says: `${series.service}: error lines multiply`,
        over: `${series.service}: error lines are back to their usual number`,
        measured: true,
        service: series.service,
        key: '',
        grounds: [ground(`${series.service}: error lines per interval`, [first, last], series.query)],
      },
    ];
  });
}

function fromErrors(seen: Observations): ImpactPiece[] {
  const news = seen.errors.filter(kind => kind.level !== 'warn' && isNew(kind, seen.grid));
  return news.map(kind => ({
    from: kind.first.at,
    to: kind.last.at + 2 * seen.grid.step > gridEnd(seen.grid) ? undefined : kind.last.at,
    confidence: Math.min(0.5, NEW_ERROR_CONFIDENCE + 0.05 * Math.log10(kind.count)),
    says: `${kind.service}: a new error`,
    over: `${kind.service}: the error does not occur any more`,
    measured: true,
    service: kind.service,
    source: kind.first.source,
    uncertaintyUs: kind.first.uncertaintyUs,
    endUncertaintyUs: kind.last.uncertaintyUs,
    key: `first-error ${kind.service} ${kind.name}`,
    grounds: [{ label: 'error lines of this kind', rows: kind.rows, count: kind.count, query: kind.query }],
  }));
}

function fromAlerts(seen: Observations): ImpactPiece[] {
  const episodes = alertEpisodes(seen.alerts);
  return episodes
    .filter(episode => episode.state === 'firing')
    .map(episode => {
      const end = episodes.find(
        other =>
          other.state === 'resolved' && other.name === episode.name && other.first.at > episode.first.at,
      );
      return {
        ...told(episode.first, end?.first),
        confidence: ALERT_CONFIDENCE,
        says: `the alert “${episode.name}” fires`,
        over: `the alert “${episode.name}” is resolved`,
        key: `alert ${episode.name} ${episode.service} ${episode.first.row}`,
        grounds: [{ label: 'the alert', rows: [episode.first.row], count: 1 }],
      };
    });
}

function fromMessages(seen: Observations): ImpactPiece[] {
  const said = saidMessages(seen.messages);
  return said
    .filter(({ read }) => read.phase === 'report' || read.phase === 'declare')
    .map(({ message }) => ({
      ...told(
        message,
        said.find(other => other.read.phase === 'restore' && other.message.at > message.at)?.message,
      ),
      confidence: MESSAGE_CONFIDENCE,
      says: 'people report it',
      over: 'people say that it is over',
      key: `message ${message.row}`,
      grounds: [{ label: 'the message', rows: [message.row], count: 1 }],
    }));
}

const told = (first: NotedRecord, last: NotedRecord | undefined) => ({
  from: first.at,
  to: last?.at,
  measured: false,
  service: first.service,
  source: first.source,
  uncertaintyUs: first.uncertaintyUs,
  endUncertaintyUs: last?.uncertaintyUs ?? null,
});

/** From the first record that shows it to the last; by the bucket where no record does. */
function stretch(seen: Observations, shift: Shift, first: Mark | undefined, last: Mark | undefined) {
  const { grid } = seen;
  const end = bucketStart(grid, shift.to);
  const isOver = end <= gridEnd(grid) - 2 * grid.step;
  return {
    from: first?.at ?? bucketStart(grid, shift.from),
    to: isOver ? (last?.at ?? end) : undefined,
    source: first?.source ?? '',
    uncertaintyUs: first === undefined ? grid.step : first.uncertaintyUs,
    endUncertaintyUs: last === undefined ? grid.step : last.uncertaintyUs,
  };
}

function ground(label: string, marks: readonly (Mark | undefined)[], query: string): Ground {
  const rows = [...new Set(marks.filter(mark => mark !== undefined).map(mark => mark.row))];
  return { label, rows, count: Math.max(1, rows.length), query };
}

const firstMark = (marks: readonly (Mark | null)[], from: number, to: number): Mark | undefined =>
  marks.slice(from, to).find(mark => mark !== null) ?? undefined;
const lastMark = (marks: readonly (Mark | null)[], from: number, to: number): Mark | undefined =>
  marks.slice(from, to).findLast(mark => mark !== null) ?? undefined;
