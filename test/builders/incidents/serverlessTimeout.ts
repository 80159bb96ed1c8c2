import {
  arrivals,
  type Incident,
  inOrder,
  iso,
  type Kit,
  kitOf,
  lines,
  MINUTE,
  SECOND,
  slackExport,
} from './incident.ts';

/**
 * Log-in functions time out at peak: a concurrency limit throttles them, cold starts add seconds, and the identity
 * provider limits the rate. Function logs as NDJSON, gateway access as NDJSON, a concurrency metric as CSV, chat.
 */
export function serverlessTimeout(seed: number): Incident {
  const kit = kitOf(seed);
  const start = Date.UTC(2026, 5, 1 + kit.between(0, 25), kit.between(5, 18), kit.between(0, 59));
  const impact = start + 25 * MINUTE + kit.between(0, 200) * SECOND;
  const report = impact + kit.between(6, 9) * MINUTE;
  const raise = report + kit.between(10, 18) * MINUTE;
  const restore = raise + kit.between(60, 90) * SECOND;
  const end = restore + 25 * MINUTE;
  const isPeak = (at: number): boolean => at >= impact && at < restore;
  return {
    files: {
      'gateway.ndjson': gateway(kit, start, end, isPeak),
      'functions/login.ndjson': functions(kit, start, end, isPeak),
      'metrics/concurrency.csv': concurrency(kit, start, end, isPeak),
      'chat/incident.json': slackExport([
        [report, 'U05AAAAAA', 'customers are complaining that log-in hangs'],
        [report + 70 * SECOND, 'U05BBBBBB', 'on it'],
        [report + 4 * MINUTE, 'U05BBBBBB', 'login function is throttled, concurrency limit reached'],
        [raise, 'U05BBBBBB', 'raised the reserved concurrency of login to 400'],
        [restore + 3 * MINUTE, 'U05AAAAAA', 'log-ins work again, support confirms'],
      ]),
    },
    truth: { impact, detection: report, mitigation: raise, restore, service: 'login' },
  };
}

function gateway(kit: Kit, start: number, end: number, isPeak: (at: number) => boolean): string {
  return inOrder(
    [...arrivals(kit, start, end, 45)].map(at => {
      const isLogin = kit.random() < 0.6;
      const fails = isLogin && isPeak(at) && kit.random() < 0.45;
      const entry = {
        time: iso(at),
        service: 'gateway',
        method: 'POST',
        path: isLogin ? '/login' : '/session/refresh',
        status: fails ? kit.pick([504, 504, 429, 502]) : 200,
        duration_ms: fails
          ? kit.between(9900, 10100)
          : isLogin && isPeak(at)
            ? kit.between(900, 6000)
            : kit.between(60, 240),
        requestId: kit.hex(12),
      };
      return [at, JSON.stringify(entry)];
    }),
  );
}

function functions(kit: Kit, start: number, end: number, isPeak: (at: number) => boolean): string {
  const entry = (at: number, level: string, message: string): [number, string] => [
    at,
    JSON.stringify({ timestamp: iso(at), level, service: 'login', requestId: kit.hex(12), message }),
  ];
  return inOrder(
    [...arrivals(kit, start, end, 30)].flatMap(at => {
      if (!isPeak(at)) return [entry(at, 'INFO', `login ok in ${kit.between(60, 240)} ms`)];
      const chance = kit.random();
      if (chance < 0.3)
        return [entry(at, 'ERROR', `${kit.hex(8)} Task timed out after 10.0${kit.between(0, 9)} seconds`)];
      if (chance < 0.45)
        return [entry(at, 'ERROR', 'identity provider answered 429: Rate exceeded, retry later')];
      if (chance < 0.6) return [entry(at, 'INFO', `cold start, init took ${kit.between(1800, 4200)} ms`)];
      return [entry(at, 'INFO', `login ok in ${kit.between(900, 6000)} ms`)];
    }),
  );
}

function concurrency(kit: Kit, start: number, end: number, isPeak: (at: number) => boolean): string {
  const rows = ['time,function,concurrent_executions,throttles'];
  for (let at = start; at < end; at += MINUTE)
    rows.push(
      `${iso(at)},login,${isPeak(at) ? 100 : kit.between(18, 30)},${isPeak(at) ? kit.between(40, 90) : 0}`,
    );
  return lines(rows);
}
