import { seeded } from '../random.ts';

/** A folder of evidence that a builder wrote, and what really happened. Times in milliseconds since 1970. */
export interface Incident {
  files: Record<string, string>;
  truth: {
    impact: number;
    detection: number;
    mitigation: number;
    restore: number;
    /** Service that the cause lies in. */
    service: string;
  };
}

export interface Kit {
  random: () => number;
  /** A whole number in `[low, high]`. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  hex(digits: number): string;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** What a builder draws from; the same seed gives the same incident. */
export function kitOf(seed: number): Kit {
  const random = seeded(seed);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return {
    random,
    between,
    pick: items => items[between(0, items.length - 1)]!,
    hex: digits => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(''),
  };
}

/** Moments from `from` to `to`, about `perMinute` a minute, unevenly. */
export function* arrivals(kit: Kit, from: number, to: number, perMinute: number): Generator<number> {
  let at = from;
  while (true) {
    at += (-Math.log(1 - kit.random()) * MINUTE) / perMinute;
    if (at >= to) return;
    yield Math.floor(at);
  }
}

export const iso = (ms: number): string => new Date(ms).toISOString();

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14/Oct/2026:07:00:00 +0000` */
export function nginxTime(ms: number): string {
  const [date, time] = iso(ms).split('T') as [string, string];
  const [year, month, day] = date.split('-') as [string, string, string];
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

/** A line of an nginx access log with `$request_time` at its end. */
export const accessLine = (
  at: number,
  { ip, method, path, status, ms }: { ip: string; method: string; path: string; status: number; ms: number },
): string =>
  `${ip} - - [${nginxTime(at)}] "${method} ${path} HTTP/1.1" ${status} ${200 + (ms % 900)} "-" "Mozilla/5.0" ${(ms / 1000).toFixed(3)}`;

/** A Slack export of one channel: time, user id, text. */
export const slackExport = (
  messages: readonly (readonly [ms: number, user: string, text: string])[],
): string =>
  JSON.stringify(
    messages.map(([ms, user, text]) => ({
      type: 'message',
      user,
      text,
      ts: `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}200`,
    })),
    null,
    2,
  );

export interface AlertTold {
  at: number;
  name: string;
  status: 'firing' | 'resolved';
  startsAt: number;
  labels: Record<string, string>;
  summary: string;
}

/** Alertmanager webhook payloads, one a line. */
export const alertmanagerLines = (alerts: readonly AlertTold[]): string =>
  lines(
    alerts.map(({ at, name, status, startsAt, labels, summary }) =>
      JSON.stringify({
        version: '4',
        groupKey: `{}:{alertname="${name}"}`,
        status,
        receiver: 'pager',
        groupLabels: { alertname: name },
        commonLabels: { alertname: name, ...labels },
        commonAnnotations: { summary },
        externalURL: 'http://alertmanager.example',
        alerts: [
          {
            status,
            labels: { alertname: name, ...labels },
            annotations: { summary },
            startsAt: iso(startsAt),
            endsAt: status === 'resolved' ? iso(at) : '0001-01-01T00:00:00Z',
            generatorURL: 'http://prometheus.example/graph',
            fingerprint: Buffer.from(name).toString('hex').slice(0, 16),
          },
        ],
      }),
    ),
  );

/** `git log` in its usual form, newest first. */
export const gitLog = (kit: Kit, commits: readonly (readonly [ms: number, subject: string])[]): string =>
  [...commits]
    .sort((a, b) => b[0] - a[0])
    .map(
      ([ms, subject]) =>
        `commit ${kit.hex(40)}\nAuthor: Build <build@example.com>\nDate:   ${gitDate(ms)}\n\n    ${subject}\n`,
    )
    .join('\n');

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function gitDate(ms: number): string {
  const date = new Date(ms);
  const time = iso(ms).slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()} ${time} ${date.getUTCFullYear()} +0000`;
}

export interface ClusterEventTold {
  at: number;
  reason: string;
  type: 'Normal' | 'Warning';
  kind: string;
  name: string;
  message: string;
  count?: number;
}

/** `kubectl get events -o json`. */
export const kubernetesEvents = (kit: Kit, events: readonly ClusterEventTold[]): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: events.map(({ at, reason, type, kind, name, message, count = 1 }) => ({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `${name}.${kit.hex(16)}`,
        namespace: 'shop',
        creationTimestamp: iso(at).replace(/\.\d+/, ''),
      },
      involvedObject: { kind, name, namespace: 'shop' },
      reason,
      type,
      message,
      count,
      firstTimestamp: iso(at).replace(/\.\d+/, ''),
      lastTimestamp: iso(at).replace(/\.\d+/, ''),
      source: { component: 'kubelet' },
    })),
  });

/** Lines in order, each ended. */
export const lines = (all: readonly string[]): string => all.map(line => `${line}\n`).join('');

/** Lines with their times, in time order, ended. */
export const inOrder = (all: readonly (readonly [ms: number, line: string])[]): string =>
  lines([...all].sort((a, b) => a[0] - b[0]).map(([, line]) => line));
