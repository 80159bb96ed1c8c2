import { MINUTE, START } from '../bundle.ts';

/** When the built outage ends, begins to hurt, and is over. */
export const END = START + 80 * MINUTE;
export const IMPACT = START + 21 * MINUTE;
export const RESTORED = START + 63 * MINUTE;

/** Lane, how many records a minute in quiet times, and how strongly the incident shows in it. */
export const SOURCES: readonly [source: string, service: string, rate: number, errors: number][] = [
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

/** What a source writes when it hurts, and when it does not. */
export const LINES: Record<string, readonly string[]> = {
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

/** The weight of the incident at an instant: 0 in quiet times, 1 at its height. */
export function severity(at: number): number {
  if (at < IMPACT || at > RESTORED) return 0;
  if (at < START + 46 * MINUTE) return Math.min(1, (at - IMPACT) / (2 * MINUTE));
  return Math.max(0, 0.18 - ((at - START - 46 * MINUTE) / (17 * MINUTE)) * 0.18);
}
