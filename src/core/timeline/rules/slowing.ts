import type { MomentRule, ProposedMoment } from '../moment.ts';
import { figure, took } from '../moment.ts';
import type { Slowing } from '../observation.ts';

/** The first call of each service that takes far longer than usual, and of each pair that loses time in between. */
export const slowingMoments: MomentRule<readonly Slowing[]> = slowing => slowing.map(momentOf);

function momentOf(found: Slowing): ProposedMoment {
  const { service, first, count, of, on, usualUs } = found;
  const { title, label, weight } = WORDS[on](found);
  return {
    key: `slow ${on} ${service}`,
    kind: 'latency-change',
    at: first.at,
    uncertaintyUs: first.uncertaintyUs,
    title,
    reason: `first of ${figure(count)} such among ${figure(of)} calls during the impact; usually ${took(usualUs)}`,
    weight: weight + 0.12 * (count / of),
    source: first.source,
    service,
    count,
    grounds: [{ label, rows: found.rows, count, query: found.query }],
  };
}

const WORDS: Record<Slowing['on'], (found: Slowing) => { title: string; label: string; weight: number }> = {
  call: ({ service, what, firstUs, usualUs }) => ({
    title: `${service}: first slow ${what === '' ? 'call' : what}, ${took(firstUs)} instead of ${took(usualUs)}`,
    label: `calls of ${service} that take far longer than usual`,
    weight: 0.46,
  }),
  way: ({ service, what, firstUs, usualUs }) => ({
    title: `Calls from ${what} to ${service} begin to lose time on the way: ${took(firstUs)} instead of ${took(usualUs)}`,
    label: `calls from ${what} to ${service} that lose time on the way`,
    weight: 0.56,
  }),
};
