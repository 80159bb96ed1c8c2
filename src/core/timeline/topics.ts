/**
 * Log messages that say by themselves what is wrong, or that a process began or ended, whatever program wrote them and
 * at whatever level. Patterns are RE2 without flags, tried without case, because the columnar engine does the search.
 */
import type { CauseKind } from '../document/bundle.ts';

export interface Topic {
  id: string;
  /** Completes "… began to say that" in few words. */
  label: string;
  pattern: string;
  kind: 'saturation' | 'start' | 'stop' | 'failover';
  cause: CauseKind;
  weight: number;
}

export const TOPICS = [
  topic(
    'pool-exhausted',
    'a connection pool is exhausted',
    'saturation',
    'saturation',
    0.8,
    'pool (?:is |was )?(?:exhausted|full|timed? ?out)|pool limit of|connection is not available, request timed out|unable to acquire (?:a )?connection|timeout (?:waiting|acquiring|while waiting|trying to acquire)[a-z ]{0,20}connection|no (?:free|available|idle) connections?|remaining connection slots|too many (?:clients already|connections)|max(?:imum)?[_ ]connections? (?:reached|exceeded)',
  ),
  topic(
    'queue-full',
    'a queue is full',
    'saturation',
    'saturation',
    0.75,
    'queue (?:is |was )?full|queue (?:size|capacity|limit) (?:exceeded|reached)|rejectedexecutionexception|thread pool (?:is )?exhausted|backlog (?:is )?full|worker_connections are not enough|max_children',
  ),
  topic(
    'disk-full',
    'a disk is full',
    'saturation',
    'disk',
    0.85,
    'no space left on device|disk (?:is )?(?:full|quota exceeded)|enospc|(?:disk|flood)[ -](?:stage|watermark)|read-only file ?system',
  ),
  topic(
    'open-files',
    'there are too many open files',
    'saturation',
    'saturation',
    0.8,
    'too many open files|emfile|enfile',
  ),
  topic(
    'out-of-memory',
    'memory ran out',
    'saturation',
    'memory',
    0.85,
    'out ?of ?memory|oom-?kill|oomkilled|cannot allocate memory|memory cgroup out of memory|heap (?:space|limit|out of memory)|gc overhead limit|allocation failed - javascript heap|runtime exited with error: signal: killed',
  ),
  topic(
    'throttled',
    'calls are throttled',
    'saturation',
    'quota',
    0.75,
    'throttl(?:ed|ing)[a-z]*exception|rate ?limit(?:ed|s)? (?:exceeded|reached|hit)|too many requests|toomanyrequests|request was throttled|rate exceeded|throttled requests?|client-side throttling',
  ),
  topic(
    'quota',
    'a quota is used up',
    'saturation',
    'quota',
    0.8,
    'quota (?:exceeded|exhausted|reached)|exceeded (?:your |the |its )?(?:[a-z]+ )?quota|limit ?exceeded ?exception|concurrency limit|concurrent executions? (?:limit|exceeded)|insufficient ?(?:instance)?capacity',
  ),
  topic(
    'certificate',
    'a certificate is not valid',
    'saturation',
    'certificate',
    0.85,
    'certificate (?:has |is |was )?(?:expired|not yet valid|revoked|invalid)|x509: |certificate verify failed|cert(?:ificate)?_(?:has_)?expired|expired certificate|unable to get local issuer|pkix path|tls handshake (?:error|failed|failure)|ssl handshake (?:error|failed|failure)',
  ),
  topic(
    'auth-failed',
    'credentials are refused',
    'saturation',
    'config',
    0.7,
    'password authentication failed|authentication failed|access denied for user|invalid (?:api[ -]?key|credentials|client_secret|access token|token)|invalid_client|invalid_grant|signaturedoesnotmatch|invalidclienttokenid|unrecognizedclientexception|expiredtoken|token (?:has |is )?expired|noauth authentication required|wrongpass',
  ),
  topic(
    'unreachable',
    'something it depends on cannot be reached',
    'saturation',
    'dependency',
    0.65,
    'connection refused|econnrefused|no route to host|host is unreachable|network is unreachable|ehostunreach|name or service not known|no such host|enotfound|temporary failure in name resolution|upstream prematurely closed|no live upstreams|connection reset by peer|econnreset|service unavailable|circuit ?breaker.{0,40}open',
  ),
  topic(
    'timeout',
    'calls time out',
    'saturation',
    'dependency',
    0.6,
    'task timed out after|upstream timed out|deadline exceeded|context deadline|read timed out|connect(?:ion)? timed out|sockettimeoutexception|etimedout|request timed out|lock wait timeout|statement timeout|canceling statement due to',
  ),
  topic(
    'deadlock',
    'transactions block each other',
    'saturation',
    'saturation',
    0.7,
    'deadlock (?:found|detected)|could not obtain lock|could not serialize access|waiting for [a-z]*lock',
  ),
  topic(
    'replication',
    'replication is broken or behind',
    'failover',
    'dependency',
    0.75,
    'replication (?:lag|slot|terminated|broken|stopped|has (?:fallen|been))|terminating walreceiver|could not receive data from wal stream|replica (?:is )?(?:behind|lagging|out of sync)|read-only transaction|the database system is (?:starting up|shutting down|in recovery)|--read-only|not ?(?:writable ?)?primary|readonly you can.t write',
  ),
  topic(
    'failover',
    'a leader or primary changed',
    'failover',
    'dependency',
    0.75,
    'failover|promot(?:ed|ing|e) (?:to |itself|replica|standby|new )|received promote request|selected new timeline|leader(?:ship)? (?:election|lost|changed)|lost leader|elected (?:as )?(?:leader|master|primary)|became (?:leader|master|primary)|stepping down|no longer (?:the )?(?:leader|primary|master)|split.?brain',
  ),
  topic(
    'cold-start',
    'instances start cold',
    'saturation',
    'saturation',
    0.55,
    'cold ?start|init_start|init duration:',
  ),
  topic(
    'process-start',
    'it started',
    'start',
    'crash',
    0.55,
    'started [a-z0-9_.-]+ in [0-9.]+ ?s|starting [a-z0-9_./-]+ (?:using|version|v[0-9]|on )|ready for start up|ready to accept connections|(?:server|service|application|app|worker) (?:is )?(?:started|starting|listening|ready)|listening (?:on|at) |booting worker|booted in |starting gunicorn|starting (?:the )?(?:server|service|application|daemon)|start worker process(?:es)?$',
  ),
  topic(
    'process-stop',
    'it stopped',
    'stop',
    'crash',
    0.55,
    'received sig(?:term|int|quit|kill)|sigterm received|shutting down|graceful(?:ly)? (?:shut|stop|exit)|received (?:fast|smart|immediate) shutdown|exited (?:on signal|with code|unexpectedly)|segmentation fault|segfault|core dumped|panic: |fatal error: |killed process|terminated by signal|unhandled (?:exception|rejection)|uncaught ?exception',
  ),
] as const satisfies readonly Topic[];

function topic(
  id: string,
  label: string,
  kind: Topic['kind'],
  cause: CauseKind,
  weight: number,
  pattern: string,
): Topic {
  return { id, label, kind, cause, weight, pattern };
}

/** The topics that a text speaks of. */
export const topicsIn = (text: string): Topic[] =>
  TOPICS.filter(entry => new RegExp(entry.pattern, 'i').test(text.slice(0, 500)));

/** The topic with this id. */
export const topicOf = (id: string): Topic | undefined => TOPICS.find(entry => entry.id === id);
