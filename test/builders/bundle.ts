import type { Bundle, Citation, Excerpt, Moment, Sentence } from '../../src/core/document/bundle.ts';

/** 14 October 2026, 07:00 UTC, in microseconds: where the built incidents begin. */
export const START = Date.UTC(2026, 9, 14, 7) * 1000;
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;

/** A bundle in which nothing was found: no records, no moments, no events. */
export function emptyBundle(): Bundle {
  return {
    $schema: 'https://afterword.dev/schema/bundle-1.json',
    format: 'afterword/bundle',
    version: 1,
    title: 'Incident of 14 October 2026',
    generatedAt: '2026-10-14T12:00:00Z',
    generator: 'afterword 0.1.0',
    window: { from: START, to: START, basis: 'all' },
    summary: [],
    impact: { sentences: [], figures: [] },
    moments: [],
    phases: [],
    suspects: [],
    hypotheses: [],
    unknowns: [],
    actions: [],
    series: [],
    lanes: [],
    events: [],
    eventsOmitted: 0,
    coverage: [],
    gaps: [],
    clocks: { reference: '', clocks: [], contradictions: [] },
    redactions: [],
    citations: [],
    evidence: [],
  };
}

/** An excerpt: a log line at `START` unless told otherwise. */
export function excerpt(given: Partial<Excerpt> = {}): Excerpt {
  const at = given.at === undefined ? START : given.at;
  return {
    at,
    atRaw: at === null ? '' : new Date(at / 1000).toISOString(),
    precision: 'ms',
    source: 'api',
    path: 'logs/api.log',
    line: 1,
    host: 'node-1',
    service: 'api',
    level: 'info',
    kind: 'log',
    name: '',
    body: 'request served',
    traceId: '',
    spanId: '',
    durationUs: null,
    value: null,
    attributes: '',
    ...given,
  };
}

/** A kept moment at `START` unless told otherwise. */
export function moment(given: Partial<Moment> & { id: string }): Moment {
  return {
    at: START,
    uncertaintyUs: 500,
    kind: 'first-error',
    title: 'First error of its kind',
    reason: 'No line like it stands before this one.',
    weight: 0.5,
    kept: true,
    source: 'api',
    service: 'api',
    cites: [],
    ...given,
  };
}

export function citation(id: string, records: Excerpt[], given: Partial<Citation> = {}): Citation {
  return { id, label: `Evidence ${id}`, records, count: records.length, ...given };
}

export function sentence(text: string, cites: string[] = [], basis?: Sentence['basis']): Sentence {
  return { text, cites, basis: basis ?? (cites.length > 0 ? 'evidence' : 'inferred') };
}
