import {
  accessLine,
  alertmanagerLines,
  arrivals,
  gitLog,
  type Incident,
  inOrder,
  iso,
  type Kit,
  kitOf,
  kubernetesEvents,
  MINUTE,
  SECOND,
  slackExport,
} from './incident.ts';

const PATHS = ['/api/checkout', '/api/cart', '/api/products', '/api/orders', '/healthz'];

/**
 * A release of checkout lowers its database pool; under load the pool runs out, checkout answers 503, and a rollback
 * ends it. nginx access log, application log, alerts, chat, commits, cluster events.
 */
export function apiOutage(seed: number): Incident {
  const kit = kitOf(seed);
  const start = Date.UTC(2026, 8, 1 + kit.between(0, 25), kit.between(1, 20), kit.between(0, 59));
  const deploy = start + 20 * MINUTE + kit.between(0, 120) * SECOND;
  const impact = deploy + kit.between(60, 150) * SECOND;
  const alert = impact + kit.between(90, 200) * SECOND;
  const rollback = alert + kit.between(8, 14) * MINUTE;
  const restore = rollback + kit.between(40, 70) * SECOND;
  const end = restore + 20 * MINUTE;
  const isBad = (at: number): boolean => at >= impact && at < restore;
  return {
    files: {
      'nginx/access.log': access(kit, start, end, isBad),
      'app/checkout.log': application(kit, { start, end, deploy, rollback, isBad }),
      'alerts.ndjson': alertmanagerLines([
        ...[0, 5, 10].map(minute => told('firing', alert + minute * MINUTE, alert)),
        told('resolved', restore + 3 * MINUTE, alert),
      ]),
      'slack/inc-checkout.json': slackExport([
        [start + 3 * MINUTE, 'U02AAAAAA', 'lunch at noon?'],
        [deploy + 5 * SECOND, 'U0DEPLOYB', 'checkout v4.18.0 rolling out to prod'],
        [alert + 40 * SECOND, 'U02BBBBBB', 'looking into the checkout alert'],
        [alert + 2 * MINUTE, 'U02CCCCCC', 'customers report that they cannot pay, support has 14 tickets'],
        [alert + 3 * MINUTE, 'U02BBBBBB', 'declaring an incident, SEV2, checkout 503s'],
        [alert + 5 * MINUTE, 'U02BBBBBB', 'restarted two pods, did not help'],
        [
          rollback - 90 * SECOND,
          'U02DDDDDD',
          'found it: pool is exhausted since v4.18.0, pool size went from 50 to 5',
        ],
        [rollback, 'U02DDDDDD', 'rolled back checkout to v4.17.2'],
        [rollback + 20 * SECOND, 'U02CCCCCC', 'not fixed yet, still seeing 503'],
        [restore + 4 * MINUTE, 'U02BBBBBB', 'all good again, error rate back to normal'],
      ]),
      'git.log': gitLog(kit, [
        [deploy - 26 * 3600e3, 'Add a gift message to orders'],
        [deploy - 50 * MINUTE, 'Tune database pool settings for checkout'],
        [deploy - 10 * MINUTE, 'Release checkout v4.18.0'],
        [rollback - 30 * SECOND, 'Revert "Tune database pool settings for checkout"'],
      ]),
      'k8s/events.json': kubernetesEvents(kit, events(deploy, rollback, alert)),
    },
    truth: { impact, detection: alert, mitigation: rollback, restore, service: 'checkout' },
  };
}

const told = (status: 'firing' | 'resolved', at: number, startsAt: number) => ({
  at,
  status,
  startsAt,
  name: 'CheckoutErrorRateHigh',
  labels: { service: 'checkout', severity: 'critical' },
  summary: 'More than 5 % of checkout requests fail',
});

function access(kit: Kit, start: number, end: number, isBad: (at: number) => boolean): string {
  return inOrder(
    [...arrivals(kit, start, end, 60)].map(at => {
      const path = kit.pick(PATHS);
      const fails = isBad(at) && path !== '/api/products' && path !== '/healthz' && kit.random() < 0.7;
      const status = fails ? 503 : kit.random() < 0.004 ? 500 : 200;
      const ms = fails ? kit.between(2900, 3100) : kit.between(12, 90);
      return [
        at,
        accessLine(at, {
          ip: `203.0.113.${kit.between(2, 250)}`,
          method: path === '/api/checkout' ? 'POST' : 'GET',
          path,
          status,
          ms,
        }),
      ];
    }),
  );
}

interface Course {
  start: number;
  end: number;
  deploy: number;
  rollback: number;
  isBad: (at: number) => boolean;
}

function application(kit: Kit, { start, end, deploy, rollback, isBad }: Course): string {
  const line = (at: number, level: string, text: string): [number, string] => [
    at,
    `${iso(at).replace('T', ' ').replace('Z', '')} ${level.padEnd(5)} [http-${kit.between(1, 9)}] c.s.Checkout : ${text}`,
  ];
  const served = [...arrivals(kit, start, end, 40)].map(at =>
    isBad(at) && kit.random() < 0.6
      ? line(
          at,
          'ERROR',
          `order ${kit.between(10000, 99999)}: HikariPool-1 - Connection is not available, request timed out after 3000${kit.between(0, 9)}ms`,
        )
      : line(at, 'INFO', `order ${kit.between(10000, 99999)} accepted in ${kit.between(9, 80)} ms`),
  );
  const warned = [...arrivals(kit, start, end, 1)].map(at =>
    line(at, 'WARN', `slow answer from tax service: ${kit.between(300, 900)} ms`),
  );
  return inOrder([
    ...served,
    ...warned,
    line(
      deploy + 8 * SECOND,
      'INFO',
      'Started CheckoutApplication in 7.412 seconds (process running for 8.1)',
    ),
    line(
      rollback + 9 * SECOND,
      'INFO',
      'Started CheckoutApplication in 7.288 seconds (process running for 8.0)',
    ),
  ]);
}

const events = (deploy: number, rollback: number, alert: number) => [
  {
    at: deploy,
    reason: 'ScalingReplicaSet',
    type: 'Normal' as const,
    kind: 'Deployment',
    name: 'checkout',
    message: 'Scaled up replica set checkout-6d9f7c to 3',
  },
  {
    at: deploy + 4 * SECOND,
    reason: 'Started',
    type: 'Normal' as const,
    kind: 'Pod',
    name: 'checkout-6d9f7c-x2x9z',
    message: 'Started container checkout',
  },
  {
    at: alert + 10 * SECOND,
    reason: 'Unhealthy',
    type: 'Warning' as const,
    kind: 'Pod',
    name: 'checkout-6d9f7c-x2x9z',
    message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    count: 12,
  },
  {
    at: rollback,
    reason: 'ScalingReplicaSet',
    type: 'Normal' as const,
    kind: 'Deployment',
    name: 'checkout',
    message: 'Scaled up replica set checkout-58c4bd to 3',
  },
];
