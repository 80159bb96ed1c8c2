import { duration, times } from './format.ts';
import type { Cost, Shifts } from './shifts.ts';
import type { Signal } from './signal.ts';
import { anyOf, saturate, weightedMean } from './strength.ts';

/** Costs are compared as ln(µs + FLOOR): below a tenth of a millisecond differences mean nothing. */
const FLOOR_US = 100;
/** Fewer samples than this make no baseline. */
const ENOUGH = 3;
/** How far a comparison with other edges counts beside one with the edge's own past. */
const PEER_TRUST = 0.6;
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
export function judgeCosts({ costs, requestUs }: Shifts): Signal[] {
  const judged = costs
    .map(cost => judge(cost, requestUs ?? 0))
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

/** How clearly a cost rose: by how much (×), against its own spread, and by an amount that a request notices. */
function judge(cost: Cost, requestUs: number): Judged {
  const hasBaseline = cost.baselineN >= ENOUGH && cost.baselineLevel !== null;
  const level = hasBaseline ? (cost.baselineLevel ?? 0) : cost.peerLevel;
  const spread = Math.max(0.3, 1.48 * ((hasBaseline ? cost.spread : cost.peerSpread) ?? 0));
  const rise = cost.meanLog - Math.log(level + FLOOR_US);
  const z = rise / (spread / Math.sqrt(cost.n) + 0.15);
  const added = Math.max(0, Math.exp(cost.meanLog) - FLOOR_US - level);
  const noticed = added / (added + 0.05 * requestUs + 1000);
  const trust = hasBaseline ? cost.baselineN / (cost.baselineN + 1) : PEER_TRUST;
  const strength = saturate(rise, 1.5) * saturate(z - 1, 3) * noticed * trust;
  return { ...cost, strength, hasBaseline };
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
      text: `${worst.other} itself takes ${duration(worst.level)} instead of ${duration(worst.baselineLevel ?? 0)}`,
      at: null,
      hasBaseline: true,
      subject: { of: 'cost', costs: [worst] },
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
  const usual = worst.hasBaseline ? (worst.baselineLevel ?? 0) : worst.peerLevel;
  const against = worst.hasBaseline ? 'before' : 'on other edges';
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
      text: `${where} lose ${duration(worst.level)} on the way, ${times((worst.level + 1) / (usual + 1))} the ${duration(usual)} ${against}`,
      at: null,
      hasBaseline: worst.hasBaseline,
      subject: {
        of: 'cost',
        costs: [worst, ...incoming.filter(edge => edge !== worst && edge.strength > 0.3)].slice(0, 4),
      },
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
