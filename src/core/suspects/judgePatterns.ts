import { causeOfText } from './causeOfText.ts';
import { count, shorten } from './format.ts';
import type { Pattern, Shifts } from './shifts.ts';
import type { Signal } from './signal.ts';
import { saturate, surprise } from './strength.ts';

/** How much a new or vanished event says, by what it is. */
const WEIGHT = { error: 1, warning: 0.7, vanished: 0.85, plain: 0.5, lostCall: 0.75, newCall: 0.4 } as const;

/**
 * Signals from what requests did: statements, calls and failures that are new, far more frequent, or gone.
 * Every service speaks through its clearest new event and its clearest vanished one.
 */
export function judgePatterns({ patterns }: Shifts): Signal[] {
  const signals = patterns.map(judge).filter(signal => signal.score >= 0.05);
  const groups = Map.groupBy(
    signals,
    signal => `${signal.service}\n${signal.kinds['wrong-result'] ? 'gone' : 'new'}`,
  );
  return [...groups.values()].map(group => group.toSorted((a, b) => b.score - a.score)[0]!);
}

function judge(pattern: Pattern): Signal {
  const isFresh = pattern.fresh > 0 && pattern.baselineSeen === 0;
  const units = pattern.units + (isFresh ? pattern.fresh : 0);
  const seen = pattern.seen + (isFresh ? pattern.fresh : 0);
  const share = (pattern.expected + 0.5 / (pattern.baselineUnits + 1)) / (pattern.units + 1e-9 || 1);
  const usual = Math.min(
    Math.max(share, 0.5 / (pattern.baselineUnits + 2)),
    1 - 0.5 / (pattern.baselineUnits + 2),
  );
  const actual = units === 0 ? 0 : seen / units;
  const isGone = actual < usual;
  const change = Math.max(Math.abs(actual - usual), isGone ? 0 : burst(pattern, seen, usual * units));
  const doubt = units === 0 ? 0 : surprise(units, seen, usual) - 2;
  return {
    from: pattern.kind === 'log' ? 'log' : 'trace',
    service: pattern.service,
    component: pattern.kind === 'call' ? '' : pattern.event,
    score: weightOf(pattern, isGone) * change * saturate(doubt, 6),
    isEcho: true,
    kinds: kindsOf(pattern, isGone),
    text: textOf(pattern, { seen, units, usual, isGone }),
    at: null,
    hasBaseline: pattern.baselineUnits > 0,
    subject: { of: 'pattern', pattern },
  };
}

/** Errors that multiply matter even where most requests go well; 0…0.5. */
function burst({ severity, isException }: Pattern, seen: number, expected: number): number {
  return severity === 2 || isException ? 0.5 * saturate(seen / (expected + 1) - 1, 5) : 0;
}

function weightOf(pattern: Pattern, isGone: boolean): number {
  if (pattern.kind === 'call') return isGone ? WEIGHT.lostCall : WEIGHT.newCall;
  if (isGone) return pattern.severity > 0 ? 0.2 : WEIGHT.vanished;
  if (pattern.severity === 2 || pattern.isException) return WEIGHT.error;
  return pattern.severity === 1 ? WEIGHT.warning : WEIGHT.plain;
}

function kindsOf(pattern: Pattern, isGone: boolean): Signal['kinds'] {
  if (isGone) return { 'wrong-result': 0.7, exception: 0.35 };
  if (pattern.severity === 2 || pattern.isException) return errorKinds(pattern.example);
  return { exception: 0.3, unknown: 0.2 };
}

/** An error line is an exception first; its words may name what stood behind it. */
function errorKinds(example: string): Signal['kinds'] {
  const cause = causeOfText(example) ?? 'exception';
  return cause === 'exception' ? { exception: 1 } : { exception: 0.6, [cause]: 0.75 };
}

const VERBS = {
  log: { gone: 'it no longer logs', new: 'it now logs' },
  call: { gone: 'it no longer calls', new: 'it now calls' },
  failure: { gone: 'spans no longer fail in', new: 'spans fail in' },
} as const;

function textOf(
  pattern: Pattern,
  { seen, units, usual, isGone }: { seen: number; units: number; usual: number; isGone: boolean },
): string {
  const what = pattern.kind === 'log' ? `“${shorten(pattern.example || pattern.event, 60)}”` : pattern.event;
  const verb = VERBS[pattern.kind][isGone ? 'gone' : 'new'];
  return `${verb} ${what} (in ${seen} of ${count(units, pattern.isTraced ? 'request' : 'line')}, expected in ${Math.round(usual * units)})`;
}
