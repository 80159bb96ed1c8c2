import {
  arrivals,
  gitLog,
  type Incident,
  inOrder,
  iso,
  type Kit,
  kitOf,
  MINUTE,
  SECOND,
  slackExport,
} from './incident.ts';

/**
 * A database password is rotated in the store, but one service keeps the old one and is refused at its next connection.
 * Application and audit logs, a CI log, commits, chat; no metrics, no traces, no alerts.
 */
export function credentialRotation(seed: number): Incident {
  const kit = kitOf(seed);
  const start = Date.UTC(2026, 10, 1 + kit.between(0, 25), kit.between(1, 20), kit.between(0, 59));
  const rotation = start + 30 * MINUTE + kit.between(0, 100) * SECOND;
  const impact = rotation + kit.between(20, 50) * SECOND;
  const report = impact + kit.between(12, 20) * MINUTE;
  const fix = report + kit.between(15, 25) * MINUTE;
  const restore = fix + kit.between(15, 40) * SECOND;
  const end = restore + 25 * MINUTE;
  const isRefused = (at: number): boolean => at >= impact && at < restore;
  return {
    files: {
      'billing/app.log': billing(kit, { start, end, fix, isRefused }),
      'vault/audit.ndjson': audit(kit, start, end, rotation),
      'git.log': gitLog(kit, [
        [rotation - 3 * 3600e3, 'Schedule the quarterly rotation of database credentials'],
        [fix - 4 * MINUTE, 'Reload database credentials on change in billing'],
      ]),
      'slack/ops.json': slackExport([
        [report, 'U09AAAAAA', 'invoices are failing since a while, is anyone seeing this too?'],
        [report + 3 * MINUTE, 'U09BBBBBB', 'investigating'],
        [
          report + 9 * MINUTE,
          'U09BBBBBB',
          'billing still uses the old password, turns out it reads it only at start',
        ],
        [fix, 'U09BBBBBB', 'restarted billing with the new credentials'],
        [restore + 6 * MINUTE, 'U09AAAAAA', 'invoices are back up, resolved'],
      ]),
    },
    truth: { impact, detection: report, mitigation: fix, restore, service: 'billing' },
  };
}

interface Course {
  start: number;
  end: number;
  fix: number;
  isRefused: (at: number) => boolean;
}

function billing(kit: Kit, { start, end, fix, isRefused }: Course): string {
  const line = (at: number, level: string, text: string): [number, string] => [
    at,
    `${iso(at).replace('T', ' ').replace('Z', '').replace('.', ',')} ${level} billing.worker ${text}`,
  ];
  const work = [...arrivals(kit, start, end, 15)].map(at =>
    isRefused(at)
      ? line(
          at,
          'ERROR',
          `invoice run ${kit.between(1000, 9999)} failed: password authentication failed for user "billing"\nTraceback (most recent call last):\n  File "worker.py", line 88, in run\n    conn = pool.getconn()\npsycopg2.OperationalError: password authentication failed`,
        )
      : line(at, 'INFO', `invoice run ${kit.between(1000, 9999)} done, ${kit.between(3, 40)} invoices`),
  );
  return inOrder([...work, line(fix + 8 * SECOND, 'INFO', 'worker started, listening on queue invoices')]);
}

function audit(kit: Kit, start: number, end: number, rotation: number): string {
  const entry = (at: number, operation: string, path: string): [number, string] => [
    at,
    JSON.stringify({ time: iso(at), type: 'response', request: { id: kit.hex(8), operation, path } }),
  ];
  const reads = [...arrivals(kit, start, end, 3)].map(at =>
    entry(at, 'read', `database/creds/${kit.pick(['billing', 'reports', 'web'])}`),
  );
  return inOrder([...reads, entry(rotation, 'update', 'database/rotate-role/billing')]);
}
