import { count, duration, times } from './format.ts';
import type { Cost, Shifts } from './shifts.ts';
import type { Signal } from './signal.ts';
import { anyOf, saturate, surprise, weightedMean } from './strength.ts';

/** Costs are compared as ln(µs + FLOOR): below a tenth of a millisecond differences mean nothing. */
const FLOOR_US = 100;
/** Fewer samples than this make no baseline. */
const ENOUGH = 3;
/** How far a comparison with other edges counts where there is no past to compare with. */
const PEER_TRUST = 0.7;
/** After so many minutes of baseline, or so many samples in it, an edge that was always slow is known to be. */
const PEERS_FADE_MINUTES = 3;
const PEERS_FADE_SAMPLES = 100;
/** Share of costs that are above the range of their peers without any trouble. */
const PEER_HITS = 0.05;
/** Operations that wait for something outside which no span of its own describes. */
const STORE =
  /^(select|insert|update|delete|find|query|get|set|hget|exec|commit|begin)\b.|redis|mongo|mysql|postgres|sql|kafka|rabbit|s3\b/i;

interface Judged extends Cost {
  strength: number;
  hasBaseline: boolean;
}

/**
 * Signals from where time went: operations that take longer themselves, and edges on which time is lost between caller and callee.
 * A lost edge is blamed on the callee unless the caller loses time towards its other callees too.
 */
export function judgeCosts({ costs, requestUs, baselineMinutes }: Shifts): Signal[] {
  const judged = costs
    .map(cost => judge(cost, requestUs ?? 0, baselineMinutes))
    .filter(cost => cost.kind === 'edge' || cost.hasBaseline);
  const edges = judged.filter(cost => cost.kind === 'edge');
  const services = [
    ...new Set(judged.flatMap(cost => (cost.kind === 'edge' ? [cost.service, cost.other] : [cost.service]))),
  ];
  return services.flatMap(service => [
    ...selfSignal(
      service,
      judged.filter(cost => cost.kind === 'self' && cost.service === service),
    ),
    ...edgeSignal(service, edges),
  ]);
}

/** The clearer of two comparisons: with the cost's own past and, for edges with a short past, with other edges. */
function judge(cost: Cost, requestUs: number, minutes: number): Judged {
  const { baselineN, baselineLevel, spread } = cost;
  const past =
    baselineN < ENOUGH || baselineLevel === null || spread === null
      ? 0
      : rise(
          { ...cost, level: baselineLevel, spread, usualHits: (cost.baselineHits + 0.5) / (baselineN + 1) },
          requestUs,
        ) *
        (baselineN / (baselineN + 1));
  if (cost.kind === 'self') return { ...cost, strength: past, hasBaseline: baselineN >= ENOUGH };
  const { n, peerHits, peerHitLog, peerLevel, peerSpread } = cost;
  const trust =
    PEER_TRUST * Math.exp(-Math.max(0, minutes - 1) / PEERS_FADE_MINUTES - baselineN / PEERS_FADE_SAMPLES);
  const peers =
    trust *
    rise(
      { n, hits: peerHits, hitLog: peerHitLog, level: peerLevel, spread: peerSpread, usualHits: PEER_HITS },
      requestUs,
    );
  return { ...cost, strength: Math.max(past, peers), hasBaseline: past >= peers && baselineN >= ENOUGH };
}

interface Rise {
  n: number;
  hits: number;
  hitLog: number | null;
  level: number;
  spread: number;
  /** Share of samples that are as high without trouble. */
  usualHits: number;
}

/** How clearly a cost rose, 0…1: by how much (×), how surprisingly often, and by an amount that a request notices. */
function rise({ n, hits, hitLog, level, spread, usualHits }: Rise, requestUs: number): number {
  if (hits === 0 || hitLog === null || hits / n <= usualHits) return 0;
  const up = hitLog - Math.log(level + FLOOR_US);
  const added = Math.exp(hitLog) - FLOOR_US - level;
  const noticed = added / (added + 0.05 * requestUs + 1000);
  const doubt =
    surprise(n, hits, usualHits) +
    ((0.45 * hits) / (hits + 1)) * Math.min(16, up / Math.max(0.3, 1.48 * spread)) -
    2;
  return saturate(up, 1.5) * saturate(doubt, 4) * noticed * Math.min(1, 0.3 + (1.4 * hits) / n);
}

function selfSignal(service: string, own: Judged[]): Signal[] {
  const worst = own.toSorted((a, b) => b.strength - a.strength)[0];
  if (!worst || worst.strength < 0.05) return [];
  const isStore = STORE.test(worst.other);
  const share = weightedMean(
    own,
    cost => cost.strength,
    cost => Math.sqrt(cost.n),
  );
  return [
    {
      from: 'trace',
      service,
      component: worst.other,
      score: worst.strength * (0.7 + 0.3 * share),
      isEcho: false,
      kinds: isStore && share < 0.3 ? { dependency: 0.7, 'slow-code': 0.3 } : { 'slow-code': 0.6, cpu: 0.45 },
      text: `${worst.other} itself took ${describeHits(worst)}`,
      at: null,
      hasBaseline: true,
      subject: { of: 'cost', cost: worst },
    },
  ];
}

function edgeSignal(service: string, edges: Judged[]): Signal[] {
  const incoming = edges.filter(edge => edge.service === service);
  const outgoing = edges.filter(edge => edge.other === service);
  const inScore = weighEdges(
    incoming,
    edge =>
      1 -
      lostBy(
        edges.filter(e => e.other === edge.other && e !== edge),
        0,
      ),
  );
  const outScore = weighEdges(
    outgoing,
    edge =>
      1 -
      lostBy(
        edges.filter(e => e.service === edge.service && e !== edge),
        0.8,
      ),
  );
  const score = anyOf([inScore, outScore]);
  const worst = (inScore >= outScore ? incoming : outgoing).toSorted(
    (a, b) => b.strength * b.n - a.strength * a.n,
  )[0];
  if (!worst || score < 0.05) return [];
  const where =
    worst.service === service ? `calls from ${worst.other} to it` : `its calls to ${worst.service}`;
  return [
    {
      from: 'trace',
      service,
      component: '',
      score,
      isEcho: false,
      kinds: { 'network-delay': 0.9 },
      text: `${where} lost ${describeHits(worst)}`,
      at: null,
      hasBaseline: worst.hasBaseline,
      subject: { of: 'cost', cost: worst },
    },
  ];
}

function weighEdges(edges: Judged[], blame: (edge: Judged) => number): number {
  return weightedMean(
    edges,
    edge => edge.strength * blame(edge),
    edge => Math.sqrt(edge.n),
  );
}

/** How far these edges of a neighbour are slow too; `unknown` when it has no others. */
function lostBy(others: Judged[], unknown: number): number {
  return others.length === 0
    ? unknown
    : weightedMean(
        others,
        edge => edge.strength,
        edge => Math.sqrt(edge.n),
      );
}

/** `2 s in 7 of 8 cases, 570 times the usual 3.5 ms`. */
function describeHits(cost: Judged): string {
  const { hits, log, usual, against } = cost.hasBaseline
    ? { hits: cost.hits, log: cost.hitLog, usual: cost.baselineLevel ?? 0, against: 'the usual ' }
    : {
        hits: cost.peerHits,
        log: cost.peerHitLog,
        usual: cost.peerLevel,
        against: 'what other edges lose, ',
      };
  const typical = Math.exp(log ?? 0) - FLOOR_US;
  return `${duration(typical)} in ${hits} of ${count(cost.n, 'case')}, ${times((typical + 1) / (usual + 1))} ${against}${duration(usual)}`;
}
