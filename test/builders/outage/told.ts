import type { Bundle, ProposedAction } from '../../../src/core/document/bundle.ts';
import { MINUTE, START, sentence } from '../bundle.ts';

type Told = Pick<Bundle, 'summary' | 'impact' | 'suspects' | 'hypotheses' | 'unknowns' | 'actions'>;

/** Kind, title, verification, citation. */
const ACTIONS: readonly [ProposedAction['kind'], string, string, string][] = [
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
  ['respond', 'Name the pool in the runbook for slow charges', 'Runbook link opens from the alert.', 'e15'],
  ['learn', 'Show limits next to usage on the payments board', 'A reviewer signs off with a link.', 'e5'],
];

/** What the draft of the outage says in words. */
export function told(): Told {
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
        kind: 'config',
        score: 0.91,
        reason:
          'The pool was full from 07:18 on, four minutes after its limit was lowered, and errors begin here before they surface in checkout.',
        signals: [
          {
            from: 'change',
            text: 'pool.max 64 → 16, nine minutes before impact',
            score: 0.95,
            cites: ['e3'],
          },
          {
            from: 'metric',
            text: 'connections in use flat at 16 for 26 minutes',
            score: 0.88,
            cites: ['e5'],
          },
          {
            from: 'log',
            text: 'new template “timeout acquiring connection”, 18 402 times',
            score: 0.92,
            cites: ['e7'],
          },
          {
            from: 'trace',
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
        kind: 'saturation',
        score: 0.46,
        reason:
          'The database refused connections from 07:36 on, but only after payments had been scaled out.',
        signals: [
          { from: 'metric', text: '192 of 200 connections at 07:35', score: 0.6, cites: ['e21'] },
          {
            from: 'log',
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
        kind: 'dependency',
        score: 0.21,
        reason: 'checkout shows most errors, all of them while waiting for payments.',
        signals: [{ from: 'trace', text: 'own time unchanged at 12 ms', score: 0.12, cites: ['e9'] }],
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
        statement: sentence('checkout retried without a limit and added to the load.', [], 'inferred'),
        suspect: 3,
        test: 'Count the attempts for each order in the traces.',
      },
    ],
    unknowns: [
      sentence('Who reviewed the change of pool.max, and what they expected from it.', [], 'unknown'),
      sentence(
        'Whether orders were lost between 07:38 and 07:41, while sessions wrote nothing.',
        ['e24'],
        'unknown',
      ),
      sentence('How many customers gave up: the evidence holds no client-side data.', [], 'unknown'),
    ],
    actions: ACTIONS.map(([kind, title, verification, cite]) => ({
      kind,
      title,
      verification,
      because: sentence('It would have shortened or stopped this incident.', [cite]),
    })),
  };
}
