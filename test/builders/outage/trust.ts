import type { Bundle } from '../../../src/core/document/bundle.ts';
import { MINUTE, SECOND, START } from '../bundle.ts';
import { END, SOURCES } from './scene.ts';

type Trust = Pick<Bundle, 'coverage' | 'gaps' | 'clocks' | 'redactions' | 'evidence'>;

/** How far the evidence of the outage can be trusted. */
export function trust(): Trust {
  const files = SOURCES.map(([source, , rate], index) => ({
    path:
      source === '#inc-checkout'
        ? 'slack/inc-checkout.json'
        : source.includes('/')
          ? source
          : `logs/${source}.log`,
    sha256: (BigInt(index + 3) ** 60n).toString(16).padStart(64, 'a').slice(0, 64),
    bytes: Math.ceil(rate * 91_000),
  }));
  return {
    coverage: files.map((file, index) => ({
      ...file,
      readers: index === 0 ? { nginx: 71_204, text: 12 } : { ndjson: Math.ceil(SOURCES[index]![2] * 80) },
      records: Math.ceil(SOURCES[index]![2] * 80),
      lines: Math.ceil(SOURCES[index]![2] * 82),
      folded: index % 3 === 0 ? Math.ceil(SOURCES[index]![2] * 2) : 0,
      text: index === 0 ? 12 : 0,
      withoutTime: index === 3 ? 4 : 0,
      from: START + index * SECOND,
      to: END - index * SECOND,
      zone: index === 1 ? 'Europe/Berlin' : 'UTC',
      zoneBasis: index === 1 ? ('inferred' as const) : ('written' as const),
      skipped: index === 13 ? 'not a text file' : '',
      notes: index === 1 ? ['Zone inferred from the overlap with traces.otlp.'] : [],
    })),
    gaps: [
      {
        kind: 'silence' as const,
        source: 'sessions',
        from: START + 38 * MINUTE,
        to: START + 40.7 * MINUTE,
        text: 'sessions writes nothing for 2 min 40 s; otherwise it writes every 0.4 s.',
        cites: ['e24'],
      },
      {
        kind: 'missing-span' as const,
        source: 'traces.otlp',
        count: 214,
        text: '214 spans name a parent that is not in the evidence.',
        cites: [],
      },
      {
        kind: 'unsettled-order' as const,
        source: 'alertmanager',
        text: 'The alert and the page lie 40 ms apart, less than their clocks’ uncertainty.',
        cites: ['e12', 'e13'],
      },
      {
        kind: 'zone-assumed' as const,
        source: 'checkout',
        text: 'checkout writes local time; Europe/Berlin was inferred from overlap.',
        cites: [],
      },
    ],
    clocks: {
      reference: 'node-1',
      clocks: (
        [
          ['node-1', 'reference', 0, 0, 0, 5210],
          ['node-2', 'corrected', -1_204_000, 12, 380, 4120],
          ['node-3', 'corrected', 88_000, -3, 610, 3880],
          ['node-4', 'agrees', 90, 0, 450, 2900],
          ['alertmanager', 'unknown', 0, 0, 0, 0],
          ['slack', 'unknown', 0, 0, 0, 0],
        ] as const
      ).map(([clock, state, offsetUs, driftPpm, uncertaintyUs, pairs]) => ({
        clock,
        records: 41_000,
        pairs,
        state,
        segments: state === 'unknown' ? [] : [{ from: START, to: END, offsetUs, driftPpm, uncertaintyUs }],
        note: state === 'unknown' ? 'Nothing pairs it with another clock; left as written.' : '',
      })),
      contradictions: [],
    },
    redactions: [
      { rule: 'card-number', kind: 'card', replacements: 18_402, values: 9120 },
      { rule: 'email', kind: 'mail', replacements: 1204, values: 388 },
      { rule: 'ipv4', kind: 'ip', replacements: 71_204, values: 5122 },
      { rule: 'stripe-secret-key', kind: 'secret', replacements: 3, values: 1 },
    ],
    evidence: files.map(file => ({ ...file, state: 'sealed' as const })),
  };
}
