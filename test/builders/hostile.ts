import type { Bundle, Moment } from '../../src/core/document/bundle.ts';
import { citation, emptyBundle, excerpt, MINUTE, moment, SECOND, START, sentence } from './bundle.ts';

/** Texts that try to leave the place they are put in. Each would call `pwned()` if it were ever run. */
export const INJECTIONS = [
  '<script>pwned()</script>',
  '</script><script>pwned()</script>',
  '<!--<script>pwned()',
  '<img src=x onerror=pwned()>',
  '"><svg onload=pwned()>',
  "' autofocus onfocus='pwned()",
  '</title></style></textarea></pre><iframe srcdoc="<script>parent.pwned()</script>">',
  'javascript:pwned()',
  '{{pwned()}} `pwned()`',
  '\u0000\uD800\u202Eevil\u202C\uFEFF',
  '‮מבחן RTL ‏ عربى 👩‍👩‍👧‍👦 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
];

/** A bundle in which every text that evidence could reach is hostile. `texts` are used in turn. */
export function hostileBundle(texts: readonly string[] = INJECTIONS): Bundle {
  const text = (index: number) => texts[index % texts.length] ?? '';
  const records = texts.map((body, index) =>
    excerpt({
      at: START + index * SECOND,
      atRaw: body,
      source: body,
      path: body,
      host: body,
      service: body,
      name: body,
      body,
      traceId: body,
      attributes: JSON.stringify({ [body]: body, nested: { body } }),
    }),
  );
  const long = excerpt({
    body: `${'x'.repeat(25_000)} ${text(3)} ${'y'.repeat(25_000)}`,
    attributes: '{broken',
  });
  return {
    ...emptyBundle(),
    title: text(1),
    generator: text(4),
    window: { from: START, to: START + 10 * MINUTE, basis: 'given' },
    summary: texts.map(item => sentence(item, ['e1', 'missing'])),
    impact: { sentences: [sentence(text(3))], figures: [{ label: text(3), value: text(0), cites: ['e1'] }] },
    moments: texts.map((item, index) => hostileMoment(item, index)),
    suspects: [
      {
        rank: 1,
        service: text(0),
        component: text(3),
        kind: 'unknown',
        score: Number.NaN,
        reason: text(4),
        signals: [{ from: 'log', text: text(5), score: 7, cites: ['e1'] }],
        from: START,
        cites: [],
      },
    ],
    hypotheses: [{ statement: sentence(text(3)), suspect: 1, test: text(4) }],
    unknowns: [sentence(text(6), [], 'unknown')],
    actions: [{ title: text(0), kind: 'prevent', verification: text(3), because: sentence(text(4)) }],
    series: [
      {
        id: text(4),
        title: text(3),
        service: text(0),
        unit: text(5),
        baseline: null,
        points: [
          [START, 1],
          [START + MINUTE, Number.NaN],
          [START + 2 * MINUTE, 5],
        ],
        cites: ['e1'],
      },
    ],
    lanes: [{ source: text(0), service: text(3), records: 3, density: [1, 0, 2], errors: [0, 0, 1] }],
    events: records,
    coverage: [
      {
        path: text(0),
        sha256: text(3),
        bytes: 1,
        readers: { [text(4)]: 1 },
        records: 1,
        lines: 1,
        folded: 0,
        text: 0,
        withoutTime: 0,
        from: null,
        to: null,
        zone: text(5),
        zoneBasis: 'none',
        skipped: '',
        notes: [text(3)],
      },
    ],
    gaps: [{ kind: 'silence', source: text(0), from: START, to: START + MINUTE, text: text(3), cites: [] }],
    clocks: {
      reference: text(0),
      clocks: [{ clock: text(3), records: 1, pairs: 0, state: 'unknown', segments: [], note: text(4) }],
      contradictions: [{ clocks: [], text: text(3), cites: [] }],
    },
    redactions: [{ rule: text(0), kind: text(3), replacements: 1, values: 1 }],
    citations: [
      citation('e1', [...records, long], { label: text(3), query: text(0), path: text(4), series: text(4) }),
    ],
    evidence: [{ path: text(0), sha256: text(3), bytes: 1, state: 'sealed' }],
  };
}

function hostileMoment(title: string, index: number): Moment {
  return moment({
    id: `m${index}`,
    at: START + index * 20 * SECOND,
    title,
    reason: title,
    source: title,
    service: title,
    cites: ['e1'],
  });
}
