import type {
  Bundle,
  Citation,
  Excerpt,
  Lane,
  Moment,
  MomentKind,
  Series,
} from '../../src/core/document/bundle.ts';
import { emptyBundle, excerpt, MINUTE, moment, SECOND, START, sentence } from './bundle.ts';
import { seeded } from './random.ts';

const END = START + 80 * MINUTE;
const BUCKETS = 400;
const IMPACT = START + 21 * MINUTE;
const RESTORED = START + 63 * MINUTE;

/** Lane, how many records a minute in quiet times, and how strongly the incident shows in it. */
const SOURCES: readonly [source: string, service: string, rate: number, errors: number][] = [
  ['edge/access.log', 'edge', 900, 0.35],
  ['checkout', 'checkout', 420, 0.5],
  ['payments', 'payments', 260, 0.8],
  ['orders', 'orders', 310, 0.2],
  ['inventory', 'inventory', 150, 0.02],
  ['catalogue', 'catalogue', 200, 0.01],
  ['sessions', 'sessions', 140, 0.03],
  ['payments-db', 'payments-db', 60, 0.25],
  ['traces.otlp', 'payments', 640, 0.3],
  ['k8s/events', 'kubernetes', 3, 0.4],
  ['prometheus', '', 120, 0],
  ['alertmanager', '', 0.3, 0.5],
  ['#inc-checkout', '', 1.6, 0],
  ['git', '', 0.1, 0],
];

/** Minute after START, kind, title, source, reason, weight. */
const MOMENTS: readonly [number, MomentKind, string, string, string, number][] = [
  [4.2, 'other', 'Nightly settlement job ends', 'payments', 'Last line of a job that runs once a day.', 0.22],
  [
    12.1,
    'deploy',
    'payments 2026.10.14-3 rolled out to production',
    'git',
    'A deployment within 30 minutes before impact.',
    0.86,
  ],
  [
    12.4,
    'config-change',
    'pool.max lowered from 64 to 16 in payments/values.yaml',
    'git',
    'A configuration change inside that deployment.',
    0.94,
  ],
  [
    13.0,
    'restart',
    'payments: 6 pods replaced',
    'k8s/events',
    'Six restarts in 40 seconds, none in the hour before.',
    0.52,
  ],
  [
    18.6,
    'metric-change',
    'payments pool in use reaches its limit, 16 of 16',
    'prometheus',
    'First sample at the limit; baseline 22 ± 4.',
    0.9,
  ],
  [
    20.2,
    'latency-change',
    'p99 of POST /charge rises from 180 ms to 4.1 s',
    'traces.otlp',
    'Robust change of 23 deviations against the quiet hour.',
    0.88,
  ],
  [
    20.7,
    'first-error',
    'First “timeout acquiring connection” in payments',
    'payments',
    'No line like it stands before this one.',
    0.93,
  ],
  [
    21,
    'impact-start',
    'Impact begins: checkout answers 503',
    'edge/access.log',
    'Error share passes 1 % and stays above it for 42 minutes.',
    1,
  ],
  [
    21.4,
    'error-burst',
    '503 from checkout, 41 a second',
    'checkout',
    '2 460 errors in the first minute, 3 in the hour before.',
    0.82,
  ],
  [
    22.3,
    'first-error',
    'First “circuit open: payments” in checkout',
    'checkout',
    'No line like it stands before this one.',
    0.6,
  ],
  [
    23.9,
    'alert-firing',
    'CheckoutErrorBudgetBurn fires, severity page',
    'alertmanager',
    'First alert after the start of impact.',
    0.84,
  ],
  [
    24.0,
    'detection',
    'Detected by CheckoutErrorBudgetBurn',
    'alertmanager',
    'The first alert on the affected service after impact began.',
    0.97,
  ],
  [24.05, 'alert-firing', 'PaymentsLatencyHigh fires', 'alertmanager', 'Alert within the impact.', 0.5],
  [
    26.2,
    'acknowledgement',
    'On-call acknowledges the page',
    'alertmanager',
    'Acknowledgement in the alert payload.',
    0.8,
  ],
  [
    28.3,
    'message',
    '“looks like payments, everything that touches /charge is slow”',
    '#inc-checkout',
    'A message that names an affected service.',
    0.56,
  ],
  [
    31.0,
    'restart',
    'payments-7c9f restarted: liveness probe failed',
    'k8s/events',
    'A container restart inside the impact.',
    0.58,
  ],
  [
    31.2,
    'restart',
    'payments-5d2a restarted: liveness probe failed',
    'k8s/events',
    'A container restart inside the impact.',
    0.42,
  ],
  [
    31.5,
    'restart',
    'payments-91ee restarted: liveness probe failed',
    'k8s/events',
    'A container restart inside the impact.',
    0.4,
  ],
  [
    33.3,
    'message',
    '“scaling payments to 12, let’s see”',
    '#inc-checkout',
    'A message that says what was done.',
    0.6,
  ],
  [
    33.9,
    'config-change',
    'payments scaled from 6 to 12 replicas',
    'k8s/events',
    'A change of replicas inside the impact.',
    0.64,
  ],
  [
    35.1,
    'metric-change',
    'payments-db connections reach 192 of 200',
    'prometheus',
    'Highest value in the window; baseline 130.',
    0.7,
  ],
  [
    36.0,
    'first-error',
    'First “remaining connection slots are reserved” in payments-db',
    'payments-db',
    'No line like it stands before this one.',
    0.72,
  ],
  [
    36.2,
    'error-burst',
    'payments-db refuses 310 connections in a minute',
    'payments-db',
    'None in the hour before.',
    0.6,
  ],
  [
    38.0,
    'silence',
    'sessions writes nothing for 2 min 40 s',
    'sessions',
    'It writes every 0.4 s otherwise.',
    0.44,
  ],
  [
    41.6,
    'message',
    '“the pool size changed in this morning’s deploy”',
    '#inc-checkout',
    'A message that names a change.',
    0.76,
  ],
  [
    43.8,
    'message',
    '“rolling back payments”',
    '#inc-checkout',
    'Names an action that usually ends an incident.',
    0.85,
  ],
  [
    44.6,
    'deploy',
    'payments 2026.10.14-2 (rollback) rolled out',
    'git',
    'A deployment of an older revision inside the impact.',
    0.92,
  ],
  [
    46.0,
    'mitigation',
    'Mitigated: error share falls from 38 % to 6 %',
    'edge/access.log',
    'First lasting fall of the error share after an action.',
    0.95,
  ],
  [
    47.2,
    'metric-change',
    'payments pool in use falls to 24 of 64',
    'prometheus',
    'Back inside the range of the quiet hour.',
    0.62,
  ],
  [
    52.5,
    'latency-change',
    'p99 of POST /charge back to 210 ms',
    'traces.otlp',
    'Inside two deviations of the quiet hour.',
    0.66,
  ],
  [55.0, 'last-of-kind', 'Last “timeout acquiring connection”', 'payments', 'No line like it follows.', 0.55],
  [58.4, 'alert-resolved', 'PaymentsLatencyHigh resolves', 'alertmanager', 'Alert resolved.', 0.46],
  [
    63.0,
    'restore',
    'Restored: error share back under 0.1 %',
    'edge/access.log',
    'Stays inside the quiet range until the end of the evidence.',
    0.98,
  ],
  [64.3, 'alert-resolved', 'CheckoutErrorBudgetBurn resolves', 'alertmanager', 'Alert resolved.', 0.6],
  [66.0, 'message', '“all green, closing. thanks all”', '#inc-checkout', 'A message that names an end.', 0.5],
];

const LINES: Record<string, readonly string[]> = {
  'edge/access.log': ['POST /api/checkout HTTP/1.1 503 0.412', 'GET /api/cart HTTP/1.1 200 0.031'],
  checkout: [
    'circuit open: payments (failures 50/50)',
    'charge failed: deadline exceeded after 3000ms order=‹id:k7f3›',
  ],
  payments: [
    'timeout acquiring connection from pool (waited 3000ms, in use 16/16)',
    'charge accepted amount=42.10 card=‹card:9qd2›',
  ],
  'payments-db': [
    'FATAL: remaining connection slots are reserved for superuser',
    'checkpoint complete: wrote 1204 buffers',
  ],
  'k8s/events': [
    'Liveness probe failed: HTTP probe failed with statuscode: 500',
    'Started container payments',
  ],
  '#inc-checkout': ['scaling payments to 12, let’s see', 'rolling back payments'],
};

/** A plausible outage of a shop's checkout: 35 moments, 14 sources, `events` single events, six series, three suspects. */
export function outageBundle(seed = 7, events = 4000): Bundle {
  const random = seeded(seed);
  const bundle = emptyBundle();
  const built = MOMENTS.map((row, index) => builtMoment(row, index, random));
  return {
    ...bundle,
    title: 'Checkout answered 503 for 42 minutes',
    window: { from: START, to: END, basis: 'proposed' },
    ...told(),
    moments: [...built.map(item => item.moment), ...minorMoments(random)],
    phases: [
      { name: 'before', from: START, to: IMPACT },
      { name: 'impact', from: IMPACT, to: START + 24 * MINUTE },
      { name: 'detected', from: START + 24 * MINUTE, to: START + 46 * MINUTE },
      { name: 'mitigated', from: START + 46 * MINUTE, to: RESTORED },
      { name: 'restored', from: RESTORED, to: END },
    ],
    series: builtSeries(random),
    lanes: SOURCES.map(source => builtLane(source, random)),
    events: builtEvents(random, events),
    eventsOmitted: 184_206,
    citations: [...built.map(item => item.citation), ...computedCitations()],
    ...trust(),
  };
}

/** The weight of the incident at an instant: 0 in quiet times, 1 at its height. */
function severity(at: number): number {
  if (at < IMPACT || at > RESTORED) return 0;
  if (at < START + 46 * MINUTE) return Math.min(1, (at - IMPACT) / (2 * MINUTE));
  return Math.max(0, 0.18 - ((at - START - 46 * MINUTE) / (17 * MINUTE)) * 0.18);
}

function builtMoment(row: (typeof MOMENTS)[number], index: number, random: () => number) {
  const [minute, kind, title, source, reason, weight] = row;
  const id = `e${index + 1}`;
  const at = START + Math.round(minute * MINUTE) + Math.floor(random() * SECOND);
  const service = SOURCES.find(([name]) => name === source)?.[1] ?? '';
  const phase = ['impact-start', 'detection', 'mitigation', 'restore'].includes(kind);
  const built: Moment = {
    ...moment({ id: `m${index + 1}`, at, kind, title, source, reason, weight, service, cites: [id] }),
    uncertaintyUs: kind === 'message' ? null : 400 + Math.floor(random() * 1600),
    ...(kind === 'error-burst' || kind === 'silence' ? { until: at + 160 * SECOND } : {}),
    ...(phase ? { confidence: 0.7 + random() * 0.25 } : {}),
  };
  const records = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, line) =>
    excerpt({
      at: at + line * 1377,
      source,
      service,
      path: source.includes('/') ? source : `logs/${source}.log`,
      line: 1000 + index * 137 + line,
      level: kind.includes('error') ? 'error' : 'info',
      kind: kind === 'message' ? 'message' : 'log',
      body: LINES[source]?.[0] ?? title,
      traceId: line === 0 ? '4bf92f3577b34da6a3ce929d0e0e4736' : '',
      attributes: line === 0 ? '{"pod":"payments-7c9f","pool":{"max":16,"in_use":16},"retry":3}' : '',
    }),
  );
  const citation: Citation = {
    id,
    label: title,
    records,
    count: kind === 'error-burst' ? 2460 : records.length,
  };
  return { moment: built, citation };
}

function minorMoments(random: () => number): Moment[] {
  return Array.from({ length: 60 }, (_, index) => {
    const [source, service] = SOURCES[index % SOURCES.length]!;
    const at = START + Math.floor(random() * (END - START));
    return moment({
      id: `n${index}`,
      at,
      kind: (['rate-change', 'first-error', 'other', 'metric-change'] as const)[index % 4]!,
      title: `${source}: rate changes from ${Math.ceil(random() * 40)} to ${Math.ceil(random() * 90)} a second`,
      weight: 0.1 + random() * 0.1,
      kept: false,
      source,
      service,
      cites: [`e${1 + (index % 30)}`],
    });
  });
}

function builtLane(
  [source, service, rate, errorShare]: (typeof SOURCES)[number],
  random: () => number,
): Lane {
  const width = (END - START) / BUCKETS;
  const density = Array.from({ length: BUCKETS }, (_, index) => {
    const at = START + index * width;
    const silent = source === 'sessions' && at > START + 38 * MINUTE && at < START + 40.7 * MINUTE;
    const noise = 0.6 + random() * 0.8 + severity(at) * errorShare;
    return silent ? 0 : Math.floor((rate * width * noise) / MINUTE + random());
  });
  const errors = density.map((count, index) =>
    Math.floor(count * errorShare * severity(START + index * width) * (0.6 + random() * 0.6)),
  );
  return { source, service, records: density.reduce((sum, count) => sum + count, 0), density, errors };
}

function builtEvents(random: () => number, count: number): Excerpt[] {
  return Array.from({ length: count }, (_, index) => {
    const [source, service] = SOURCES[Math.floor(random() ** 1.6 * SOURCES.length)]!;
    const at = Math.floor(START + random() ** (index % 2 ? 1 : 0.8) * (END - START));
    const isError = random() < severity(at) * 0.7;
    const lines = LINES[source] ?? ['request served in 12ms', 'request served in 14ms'];
    return excerpt({
      at,
      source,
      service,
      path: source.includes('/') ? source : `logs/${source}.log`,
      line: index + 1,
      level: isError ? 'error' : random() < 0.06 ? 'warn' : 'info',
      kind: source === 'traces.otlp' ? 'span' : source === '#inc-checkout' ? 'message' : 'log',
      name: source === 'traces.otlp' ? 'POST /charge' : '',
      durationUs: source === 'traces.otlp' ? Math.floor(20_000 + random() * (isError ? 4e6 : 2e5)) : null,
      body: isError ? (lines[0] ?? '') : (lines[1] ?? ''),
    });
  }).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** Title, service, unit, quiet level, level at the height of the incident, citation. */
const SERIES: readonly [string, string, string, number, number, string][] = [
  ['Share of failed requests', 'checkout', '%', 0.05, 38, 'e9'],
  ['p99 of POST /charge', 'payments', 'ms', 180, 4100, 'e6'],
  ['Connections in use', 'payments', '', 22, 16, 'e5'],
  ['Connections', 'payments-db', '', 130, 192, 'e21'],
  ['Requests', 'edge', '/s', 880, 540, 'e8'],
  ['CPU', 'payments', 'cores', 2.1, 0.9, 'e5'],
];

function builtSeries(random: () => number): Series[] {
  return SERIES.map(([title, service, unit, quiet, height, cite], index) => ({
    id: `s${index + 1}`,
    title,
    service,
    unit,
    baseline: index === 5 ? null : quiet,
    points: Array.from({ length: 160 }, (_, point) => {
      const at = START + (point * (END - START)) / 160;
      const level = quiet + (height - quiet) * severity(at);
      return [at, Math.max(0, level * (0.95 + random() * 0.1))] as [number, number];
    }),
    cites: [cite],
  }));
}

function computedCitations(): Citation[] {
  const query = (text: string) =>
    `select ${text}\nfrom records\nwhere source = 'edge/access.log'\n  and at >= timestamptz '2026-10-14 07:21:00+00'`;
  return [
    {
      id: 'e36',
      label: 'Failed requests',
      records: [excerpt({ level: 'error', body: LINES['edge/access.log']![0]! })],
      count: 61_204,
      query: query("count(*) filter (where attributes ->> 'status' >= '500')"),
    },
    {
      id: 'e37',
      label: 'Share of failed requests at the height',
      records: [],
      count: 161_000,
      query: query('max(share)'),
      series: 's1',
    },
    {
      id: 'e38',
      label: 'Sessions that met an error',
      records: [],
      count: 9120,
      query: query("count(distinct attributes ->> 'session')"),
    },
    {
      id: 'e39',
      label: 'values.yaml in the deployment',
      records: [
        excerpt({
          source: 'git',
          path: 'git.log',
          kind: 'change',
          name: 'deploy',
          body: '-  max: 64\n+  max: 16',
        }),
      ],
      count: 1,
      path: 'git.log',
    },
  ];
}

function told() {
  return {
    summary: [
      sentence('From 07:21 to 08:03 UTC, 38 % of checkout requests at the height were answered with 503.', [
        'e8',
        'e37',
      ]),
      sentence(
        'payments ran out of database connections after a deployment lowered its pool from 64 to 16.',
        ['e3', 'e5', 'e7'],
      ),
      sentence('An alert found it after 3 minutes; a rollback at 07:44 ended most of it two minutes later.', [
        'e12',
        'e27',
        'e28',
      ]),
      sentence('Scaling out made it worse: twelve replicas exhausted the database’s own limit.', [
        'e20',
        'e22',
      ]),
      sentence('Why the change passed review is not in the evidence.', [], 'unknown'),
    ],
    impact: {
      sentences: [
        sentence('Customers could not pay; browsing, carts and sessions kept working.', ['e8']),
        sentence('No order was charged twice, as far as the logs show.', [], 'inferred'),
      ],
      figures: [
        { label: 'Impact', value: '42 min', cites: ['e8', 'e33'] },
        { label: 'Failed requests', value: '61 204', cites: ['e36'] },
        { label: 'Share at the height', value: '38 %', cites: ['e37'] },
        { label: 'Sessions affected', value: '9 120', cites: ['e38'] },
        { label: 'Time to detect', value: '3 min', cites: ['e8', 'e12'] },
        { label: 'Time to mitigate', value: '25 min', cites: ['e8', 'e28'] },
      ],
    },
    suspects: [
      {
        rank: 1,
        service: 'payments',
        component: 'connection pool',
        kind: 'config' as const,
        score: 0.91,
        reason:
          'The pool was full from 07:18 on, four minutes after its limit was lowered, and errors begin here before they surface in checkout.',
        signals: [
          {
            from: 'change' as const,
            text: 'pool.max 64 → 16, nine minutes before impact',
            score: 0.95,
            cites: ['e3'],
          },
          {
            from: 'metric' as const,
            text: 'connections in use flat at 16 for 26 minutes',
            score: 0.88,
            cites: ['e5'],
          },
          {
            from: 'log' as const,
            text: 'new template “timeout acquiring connection”, 18 402 times',
            score: 0.92,
            cites: ['e7'],
          },
          {
            from: 'trace' as const,
            text: '94 % of the added time is spent waiting in payments itself',
            score: 0.84,
            cites: ['e6'],
          },
        ],
        from: START + 18 * MINUTE,
        cites: ['e3', 'e5', 'e7'],
      },
      {
        rank: 2,
        service: 'payments-db',
        component: 'max_connections',
        kind: 'saturation' as const,
        score: 0.46,
        reason:
          'The database refused connections from 07:36 on, but only after payments had been scaled out.',
        signals: [
          { from: 'metric' as const, text: '192 of 200 connections at 07:35', score: 0.6, cites: ['e21'] },
          {
            from: 'log' as const,
            text: 'new template “remaining connection slots are reserved”',
            score: 0.52,
            cites: ['e22'],
          },
        ],
        from: START + 35 * MINUTE,
        cites: ['e21', 'e22'],
      },
      {
        rank: 3,
        service: 'checkout',
        component: '',
        kind: 'dependency' as const,
        score: 0.21,
        reason: 'checkout shows most errors, all of them while waiting for payments.',
        signals: [
          { from: 'trace' as const, text: 'own time unchanged at 12 ms', score: 0.12, cites: ['e9'] },
        ],
        from: null,
        cites: ['e9'],
      },
    ],
    hypotheses: [
      {
        statement: sentence(
          'Lowering pool.max to 16 starved payments of database connections under the usual load.',
          ['e3', 'e5', 'e7'],
        ),
        suspect: 1,
        test: 'Run the load test with pool.max 16 and 64 and compare the waits for a connection.',
      },
      {
        statement: sentence('Scaling to twelve replicas moved the shortage into the database.', [
          'e20',
          'e22',
        ]),
        suspect: 2,
        test: 'Multiply replicas by pool.max and compare with max_connections.',
      },
      {
        statement: sentence(
          'checkout retried without a limit and added to the load.',
          [],
          'inferred' as const,
        ),
        suspect: 3,
        test: 'Count the attempts for each order in the traces.',
      },
    ],
    unknowns: [
      sentence(
        'Who reviewed the change of pool.max, and what they expected from it.',
        [],
        'unknown' as const,
      ),
      sentence(
        'Whether orders were lost between 07:38 and 07:41, while sessions wrote nothing.',
        ['e24'],
        'unknown' as const,
      ),
      sentence('How many customers gave up: the evidence holds no client-side data.', [], 'unknown' as const),
    ],
    actions: (
      [
        [
          'prevent',
          'Refuse a pool limit below what the load test needs',
          'A pipeline check that fails for pool.max < 48.',
          'e3',
        ],
        [
          'prevent',
          'Derive pool.max from max_connections and replicas',
          'A unit test over the chart’s values.',
          'e22',
        ],
        [
          'detect',
          'Alert on waits for a database connection',
          'PromQL: pool_wait_seconds p99 > 0.5 for 2 min fires in staging under load.',
          'e5',
        ],
        [
          'detect',
          'Page on the error share within one minute',
          'Replay of this incident’s series pages before 07:22:30.',
          'e12',
        ],
        ['mitigate', 'Bound the retries of checkout', 'Trace query: at most two attempts an order.', 'e10'],
        [
          'mitigate',
          'Let the rollback run without a rebuild',
          'Game day: rollback in production under three minutes.',
          'e27',
        ],
        [
          'respond',
          'Name the pool in the runbook for slow charges',
          'Runbook link opens from the alert.',
          'e15',
        ],
        [
          'learn',
          'Show limits next to usage on the payments board',
          'A reviewer signs off with a link.',
          'e5',
        ],
      ] as const
    ).map(([kind, title, verification, cite]) => ({
      kind,
      title,
      verification,
      because: sentence('It would have shortened or stopped this incident.', [cite]),
    })),
  };
}

function trust() {
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
