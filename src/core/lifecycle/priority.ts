/**
 * The priority of an action, from what it spares and what it costs. Benefits are points of 100; effort moves the sum a
 * little, so that a cheap action goes first among equals and a dear one is never hidden.
 */
export const IMPACTS = ['none', 'low', 'medium', 'high'] as const;
export type ImpactLevel = (typeof IMPACTS)[number];

export const EFFORTS = ['small', 'medium', 'large'] as const;
export type Effort = (typeof EFFORTS)[number];

export const PRIORITIES = ['p1', 'p2', 'p3', 'p4'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Null or left out where nobody has said: counted as medium, and told so. */
export interface PriorityFacts {
  sloImpact?: ImpactLevel | null | undefined;
  customerImpact?: ImpactLevel | null | undefined;
  recurrenceRisk?: ImpactLevel | null | undefined;
  effort?: Effort | null | undefined;
}

export interface ComputedPriority {
  priority: Priority;
  /** 0…100. */
  score: number;
  /** The sum, a line a part, to be shown as it is. */
  explanation: string[];
}

const BENEFITS = [
  { fact: 'sloImpact', label: 'Impact on objectives', points: 35 },
  { fact: 'customerImpact', label: 'Impact on customers', points: 35 },
  { fact: 'recurrenceRisk', label: 'Risk that it comes back', points: 30 },
] as const;

const SHARE = { none: 0, low: 1 / 3, medium: 2 / 3, high: 1 } as const satisfies Record<ImpactLevel, number>;
const EFFORT_POINTS = { small: 5, medium: 0, large: -5 } as const satisfies Record<Effort, number>;

/** The least score of each priority. */
const FLOORS = [
  ['p1', 75],
  ['p2', 50],
  ['p3', 25],
  ['p4', 0],
] as const satisfies readonly (readonly [Priority, number])[];

/** Computes the priority with its sum. More impact never lowers it, more effort never raises it. */
export function computePriority(facts: PriorityFacts): ComputedPriority {
  const benefits = BENEFITS.map(({ fact, label, points }) => ({
    line: `${label}: ${facts[fact] ?? 'not known, counted as medium'}`,
    gained: Math.round(points * SHARE[facts[fact] ?? 'medium']),
    most: points,
  }));
  const effort = EFFORT_POINTS[facts.effort ?? 'medium'];
  const sum = benefits.reduce((total, { gained }) => total + gained, 0) + effort;
  const score = Math.min(100, Math.max(0, sum));
  const [priority, floor] = FLOORS.find(([, least]) => score >= least)!;
  return {
    priority,
    score,
    explanation: [
      ...benefits.map(({ line, gained, most }) => `${line} (${gained} of ${most})`),
      `Effort: ${facts.effort ?? 'not known, counted as medium'} (${effort > 0 ? '+' : effort < 0 ? '−' : ''}${Math.abs(effort)})`,
      `Together ${score} of 100: ${priority.toUpperCase()}, which begins at ${floor}`,
    ],
  };
}
