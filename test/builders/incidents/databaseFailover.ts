import {
  alertmanagerLines,
  arrivals,
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
 * The primary database dies; promotion of the replica takes minutes because replication lagged, and the application
 * keeps writing to a read-only node until its connections are recycled. Two PostgreSQL logs, application log, syslog, alerts, chat.
 */
export function databaseFailover(seed: number): Incident {
  const kit = kitOf(seed);
  const start = Date.UTC(2026, 2, 1 + kit.between(0, 25), kit.between(1, 20), kit.between(0, 59));
  const impact = start + 30 * MINUTE + kit.between(0, 100) * SECOND;
  const alert = impact + kit.between(40, 80) * SECOND;
  const promote = alert + kit.between(4, 7) * MINUTE;
  const recycle = promote + kit.between(5, 8) * MINUTE;
  const restore = recycle + kit.between(10, 20) * SECOND;
  const end = restore + 25 * MINUTE;
  const course = { start, end, impact, promote, recycle, restore };
  return {
    files: {
      'db-1/postgresql.log': primary(kit, course),
      'db-2/postgresql.log': replica(kit, course),
      'orders/orders.log': orders(kit, course),
      'alerts.ndjson': alertmanagerLines([
        told('PostgresDown', 'firing', alert, alert, 'db-1 does not answer'),
        told(
          'OrdersErrors',
          'firing',
          alert + 45 * SECOND,
          alert + 45 * SECOND,
          'orders fails more than 10 % of its requests',
        ),
        told(
          'OrdersErrors',
          'resolved',
          restore + 2 * MINUTE,
          alert + 45 * SECOND,
          'orders fails more than 10 % of its requests',
        ),
      ]),
      'slack/incidents.json': slackExport([
        [alert + 50 * SECOND, 'U07AAAAAA', 'taking a look at db-1'],
        [alert + 2 * MINUTE, 'U07AAAAAA', 'host is gone, should we fail over?'],
        [promote + 10 * SECOND, 'U07BBBBBB', 'promoted db-2'],
        [promote + 2 * MINUTE, 'U07CCCCCC', 'orders still failing, read-only errors, not recovered'],
        [recycle, 'U07BBBBBB', 'restarted orders to drop the old connections'],
        [restore + 5 * MINUTE, 'U07AAAAAA', 'everything is back to normal'],
      ]),
    },
    truth: { impact, detection: alert, mitigation: recycle, restore, service: 'orders' },
  };
}

const told = (
  name: string,
  status: 'firing' | 'resolved',
  at: number,
  startsAt: number,
  summary: string,
) => ({
  at,
  name,
  status,
  startsAt,
  summary,
  labels: { severity: 'critical' },
});

interface Course {
  start: number;
  end: number;
  impact: number;
  promote: number;
  recycle: number;
  restore: number;
}

const postgres = (at: number, pid: number, text: string): [number, string] => [
  at,
  `${iso(at).replace('T', ' ').replace('Z', '')} UTC [${pid}] ${text}`,
];

function primary(kit: Kit, { start, impact }: Course): string {
  const checkpoints = [...arrivals(kit, start, impact, 4)].map(at =>
    postgres(
      at,
      812,
      `LOG:  checkpoint complete: wrote ${kit.between(80, 900)} buffers; write=${kit.between(2, 25)}.${kit.between(100, 999)} s`,
    ),
  );
  return inOrder([
    ...checkpoints,
    postgres(
      impact - 3 * SECOND,
      811,
      'PANIC:  could not write to file "pg_wal/xlogtemp.811": No space left on device',
    ),
    postgres(impact - 2 * SECOND, 810, 'LOG:  server process (PID 811) was terminated by signal 6: Aborted'),
  ]);
}

function replica(kit: Kit, { start, end, impact, promote }: Course): string {
  const checkpoints = [...arrivals(kit, start, end, 4)].map(at =>
    postgres(at, 655, `LOG:  restartpoint complete: wrote ${kit.between(80, 900)} buffers`),
  );
  const retries = [...arrivals(kit, impact, promote, 12)].map(at =>
    postgres(
      at,
      661,
      'FATAL:  could not connect to the primary server: connection to server at "db-1", port 5432 failed: Connection refused',
    ),
  );
  return inOrder([
    ...checkpoints,
    ...retries,
    postgres(promote, 654, 'LOG:  received promote request'),
    postgres(promote + 1200, 654, 'LOG:  selected new timeline ID: 7'),
    postgres(promote + 1500, 650, 'LOG:  database system is ready to accept connections'),
  ]);
}

function orders(kit: Kit, { start, end, impact, promote, recycle, restore }: Course): string {
  const line = (at: number, level: string, message: string, extra = ''): [number, string] => [
    at,
    `time=${iso(at)} level=${level} service=orders msg="${message}"${extra}`,
  ];
  const request = (at: number, status: number, ms: number): [number, string] =>
    line(
      at,
      status >= 500 ? 'error' : 'info',
      'request',
      ` method=POST path=/orders status=${status} duration=${ms}ms`,
    );
  const requests = [...arrivals(kit, start, end, 50)].flatMap(at => {
    if (at < impact || at >= restore) return [request(at, 200, kit.between(15, 70))];
    const why =
      at < promote
        ? 'dial tcp 10.0.4.11:5432: connect: connection refused'
        : 'cannot execute INSERT in a read-only transaction';
    return [line(at, 'error', why, ' db=primary'), request(at + 2, 500, kit.between(1, 9))];
  });
  return inOrder([...requests, line(recycle + 4 * SECOND, 'info', 'server listening on :8080')]);
}
