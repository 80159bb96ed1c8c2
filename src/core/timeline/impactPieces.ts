import type { Micros } from '../record.ts';
import { bucketOf, bucketStart, gridEnd } from './grid.ts';
import type { ProposedMoment } from './moment.ts';
import type { Mark, Observations } from './observation.ts';
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
  service: string;
  source: string;
  uncertaintyUs: number | null;
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

function fromRequests(seen: Observations): ImpactPiece[] {
  const { grid } = seen;
  return requestShifts(seen).flatMap(({ service, edge, measure, shift, series }) => {
    if (!isFelt(measure, shift)) return [];
    const first = measure === 'failures' ? firstMark(series.firstFailure, shift.from) : undefined;
    const kind = { failures: 'error-burst', latency: 'latency-change', rate: 'rate-change' }[measure];
    return [
      {
        from: first?.at ?? bucketStart(grid, shift.from),
        to: endOf(seen, shift.to),
        confidence:
          CONFIDENCE[edge ? 'edge' : 'inner'][measure] - (shift.to - shift.from > 1 ? 0 : NOT_LASTING),
        says: `${service || 'requests'}: ${{ failures: 'requests fail', latency: 'requests are slow', rate: 'requests stay away' }[measure]}`,
        service,
        source: first?.source ?? '',
        uncertaintyUs: first === undefined ? grid.step : first.uncertaintyUs,
        key: `${kind} ${service}`,
        grounds: [
          {
            label: `${service || 'all'}: requests per interval`,
            rows: first === undefined ? [] : [first.row],
            count: 1,
            query: series.query,
          },
        ],
      },
    ];
  });
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
    const first = firstMark(series.firstError, shift.from);
    return [
      {
        from: first?.at ?? bucketStart(seen.grid, shift.from),
        to: endOf(seen, shift.to),
        confidence: LOG_CONFIDENCE,
        says: `${series.service}: error lines multiply`,
        service: series.service,
        source: first?.source ?? '',
        uncertaintyUs: first === undefined ? seen.grid.step : first.uncertaintyUs,
        key: '',
        grounds: [
          {
            label: `${series.service}: error lines per interval`,
            rows: first ? [first.row] : [],
            count: 1,
            query: series.query,
          },
        ],
      },
    ];
  });
}

function fromErrors(seen: Observations): ImpactPiece[] {
  const news = seen.errors.filter(kind => kind.level !== 'warn' && isNew(kind, seen.grid));
  return news.map(kind => ({
    from: kind.first.at,
    to: endOf(seen, bucketOf(seen.grid, kind.last.at) + 1),
    confidence: Math.min(0.5, NEW_ERROR_CONFIDENCE + 0.05 * Math.log10(kind.count)),
    says: `${kind.service}: a new error`,
    service: kind.service,
    source: kind.first.source,
    uncertaintyUs: kind.first.uncertaintyUs,
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
        from: episode.first.at,
        to: end?.first.at,
        confidence: ALERT_CONFIDENCE,
        says: `the alert “${episode.name}” fires`,
        service: episode.service,
        source: episode.first.source,
        uncertaintyUs: episode.first.uncertaintyUs,
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
      from: message.at,
      to: said.find(other => other.read.phase === 'restore' && other.message.at > message.at)?.message.at,
      confidence: MESSAGE_CONFIDENCE,
      says: 'people report it',
      service: message.service,
      source: message.source,
      uncertaintyUs: message.uncertaintyUs,
      key: `message ${message.row}`,
      grounds: [{ label: 'the message', rows: [message.row], count: 1 }],
    }));
}

/** When a piece ends; undefined when fewer than two buckets remain to show that it did. */
function endOf({ grid }: Observations, bucket: number): Micros | undefined {
  const end = bucketStart(grid, bucket);
  return end > gridEnd(grid) - 2 * grid.step ? undefined : end;
}

const firstMark = (marks: readonly (Mark | null)[], from: number): Mark | undefined =>
  marks.slice(from).find(mark => mark !== null) ?? undefined;
