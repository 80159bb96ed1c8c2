/**
 * What each kind of cause is called, what test would confirm or refute it, and what would prevent it or show it sooner.
 * `at` is the component (or service) in question; `service` its service. Every check can be run by a machine; backticks mark code.
 */
import type { CauseKind, ProposedAction } from '../bundle.ts';

export interface Place {
  service: string;
  at: string;
}

export interface Remedy {
  title: string;
  kind: ProposedAction['kind'];
  verification: string;
}

export interface Cause {
  /** Completes "… at checkout". */
  noun: string;
  test(place: Place): string;
  remedies(place: Place): Remedy[];
}

const plain = (name: string): string => name.replaceAll(/["\\`]/g, '');
const job = (service: string): string => `{service="${plain(service)}"}`;
const pods = (at: string): string => `{pod=~"${plain(at)}.*"}`;

export const CAUSES: Readonly<Record<CauseKind, Cause>> = {
  cpu: {
    noun: 'a shortage of processor time',
    test: ({ at }) =>
      `Load ${at} to the same processor use in a test environment. If latency follows the same curve, this holds; if it stays flat, it does not.`,
    remedies: ({ service, at }) => [
      {
        title: `Give ${at} a processor request that covers its peak, and scale it out before it is used up`,
        kind: 'prevent',
        verification: `PromQL, to hold for 14 days: \`sum(rate(container_cpu_cfs_throttled_periods_total${pods(at)}[5m])) / sum(rate(container_cpu_cfs_periods_total${pods(at)}[5m])) < 0.05\`; and a load test at 1.5 × the peak of the incident keeps p95 of ${service} within its objective`,
      },
      {
        title: `Alert when ${at} is held back for want of processor time, before requests wait for it`,
        kind: 'detect',
        verification: `an alert rule on \`rate(container_cpu_cfs_throttled_seconds_total${pods(at)}[2m]) > 0.1\` exists, and fires in a test that takes the processor away for 5 minutes`,
      },
    ],
  },
  memory: {
    noun: 'a shortage of memory',
    test: ({ at }) =>
      `Compare the heap or working set of ${at} over the hours before with its limit, and take a heap profile under the same load. Growth up to the limit confirms it; a flat line refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Find what holds memory in ${at}, and set its limit from measured use with headroom`,
        kind: 'prevent',
        verification: `PromQL, to hold for 14 days: \`max_over_time(container_memory_working_set_bytes${pods(at)}[14d]) / on(pod, container) kube_pod_container_resource_limits{resource="memory"} < 0.85\`, and \`increase(kube_pod_container_status_restarts_total${pods(at)}[14d]) == 0\``,
      },
    ],
  },
  disk: {
    noun: 'a full or slow disk',
    test: ({ at }) =>
      `Read free space, inodes and I/O wait of the volume behind ${at} for the time of the impact. No shortage then refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Alert on the forecast of free space for the volume of ${at}, and bound what may fill it (rotation, retention)`,
        kind: 'detect',
        verification: `the alert rule exists and its unit test (promtool test rules) fires: \`predict_linear(node_filesystem_avail_bytes[6h], 24 * 3600) < 0\` on the volume of ${at}`,
      },
    ],
  },
  'network-delay': {
    noun: 'a slow network path',
    test: ({ service, at }) =>
      `Measure round-trip time between ${at} and the callers of ${at === service ? 'it' : service} (for example tcp_info or ping from the callers' hosts), and compare the gap between client and server spans before and during. If the gap does not grow, the delay lies inside the service.`,
    remedies: ({ service, at }) => [
      {
        title: `Give the callers of ${service} a time-out, a bounded retry and a fallback that survive a slow path`,
        kind: 'mitigate',
        verification: `game day: 200 ms of added delay on ${at} for 10 minutes (tc netem or a chaos tool) keeps the failed share at the edge below its objective`,
      },
      {
        title: `Watch the network gap between client and server spans of ${service}`,
        kind: 'detect',
        verification: `an alert rule on client p95 minus server p95 of ${service} exists, and fires in that game day within 2 minutes`,
      },
    ],
  },
  'network-loss': {
    noun: 'lost connections',
    test: ({ at }) =>
      `Check retransmissions, resets and DNS failures on the path to ${at} for the time of the impact. Their absence refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Make the callers of ${at} open new connections and retry idempotent calls when connections are lost`,
        kind: 'mitigate',
        verification: `game day: 5 % packet loss on ${at} for 10 minutes keeps the failed share at the edge below its objective`,
      },
    ],
  },
  exception: {
    noun: 'an unhandled error in the code',
    test: ({ at }) =>
      `Replay a failing request from the evidence against ${at}, in the version of the incident and in the one before. If both fail alike, the change of version is not the cause.`,
    remedies: ({ at }) => [
      {
        title: `Handle the error that ${at} raised, and pin it with a regression test made from a failing request of this incident`,
        kind: 'prevent',
        verification: `the regression test fails on the version of the incident and passes in CI on the fix; afterwards the cited error line does not occur for 14 days`,
      },
      {
        title: `Alert on the rate of the cited error at ${at}`,
        kind: 'detect',
        verification: `an alert rule counts the cited log line of ${at}, and its test with the lines of this incident fires within 2 minutes`,
      },
    ],
  },
  'wrong-result': {
    noun: 'a wrong result that others build on',
    test: ({ at }) =>
      `Compare answers of ${at} to the same requests before and during the impact. Equal answers refute it.`,
    remedies: ({ at }) => [
      {
        title: `Check the contract between ${at} and its callers, so that an answer outside it fails loudly and early`,
        kind: 'prevent',
        verification: `a contract test for the cited operation runs in CI of both sides, and fails on the answer seen in this incident`,
      },
    ],
  },
  'slow-code': {
    noun: 'work that takes much longer than before',
    test: ({ at }) =>
      `Profile ${at} under the traffic of the incident, and compare its own time per call with the time before. If its own time is unchanged, the wait comes from something it calls.`,
    remedies: ({ service, at }) => [
      {
        title: `Find and bound the slow work in ${at}, with a performance test on the operation that slowed`,
        kind: 'prevent',
        verification: `the performance test runs in CI with a threshold at 1.3 × the quiet p95 of the cited series; in production \`histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket${job(service)}[5m])))\` stays under it for 14 days`,
      },
      {
        title: `Bound how long the callers of ${service} wait for it, and what they do then`,
        kind: 'mitigate',
        verification: `game day: 2 s of added delay in ${at} for 10 minutes; requests at the edge stay within their objective or fail fast`,
      },
    ],
  },
  dependency: {
    noun: 'a failing or slow dependency',
    test: ({ at }) =>
      `Check from outside whether ${at} answered at that time (its own logs, its status page, a direct call). If it did, the fault lies between it and its callers.`,
    remedies: ({ at }) => [
      {
        title: `Put a time-out, a circuit breaker and a degraded answer between ${at} and what depends on it`,
        kind: 'mitigate',
        verification: `game day: ${at} made unreachable for 10 minutes; the failed share at the edge stays below its objective, and it recovers by itself within 2 minutes after`,
      },
    ],
  },
  saturation: {
    noun: 'a bounded resource that is used up',
    test: ({ at }) =>
      `Compare use with the limit (pool, queue, threads, connections) of ${at} before and during. If use stays below the limit, something else made callers wait.`,
    remedies: ({ at }) => [
      {
        title: `Export use and limit of the resource that ran out at ${at}, alert at 80 %, and shed load before it is full`,
        kind: 'detect',
        verification: `an alert rule on use / limit > 0.8 for ${at} exists, and fires in a load test at the traffic of the incident before the first request fails`,
      },
      {
        title: `Size the resource at ${at} from measured concurrency, and bound the wait for it`,
        kind: 'prevent',
        verification: `a load test at 1.5 × the traffic of the incident runs 15 minutes without the cited message`,
      },
    ],
  },
  crash: {
    noun: 'a process that crashed or restarted',
    test: ({ at }) =>
      `Read the last lines and the exit code of ${at} before each restart (kubectl logs --previous, core dump). An exit on request (SIGTERM from a rollout) refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Remove the cause of the crash of ${at}, and make its loss harmless (several replicas, readiness before traffic)`,
        kind: 'prevent',
        verification: `\`increase(kube_pod_container_status_restarts_total${pods(at)}[14d]) == 0\`; game day: killing one instance of ${at} fails no request at the edge`,
      },
    ],
  },
  deploy: {
    noun: 'a new version',
    test: ({ at }) =>
      `Run both versions of ${at} side by side on the same traffic (canary or replay). If both fail alike, the version is not the cause.`,
    remedies: ({ service, at }) => [
      {
        title: `Roll ${service} out by canary, with automatic rollback on its failed share and latency`,
        kind: 'prevent',
        verification: `a release that fails on purpose is rolled back by the pipeline within 5 minutes in staging; the check is part of the pipeline of ${service}`,
      },
      {
        title: `Add a test for what the new version of ${at} broke to its release pipeline`,
        kind: 'prevent',
        verification: `the test fails on the version of the incident and passes on the fix, in CI`,
      },
    ],
  },
  config: {
    noun: 'a changed setting or credential',
    test: ({ at }) =>
      `Apply the old and the new setting to ${at} in a test environment. If the failure does not follow the setting, it is not the cause.`,
    remedies: ({ service, at }) => [
      {
        title: `Check settings and credentials of ${at} against the real dependency before they go live`,
        kind: 'prevent',
        verification: `the pipeline refuses the setting of this incident (a test with that value fails), and a rotation drill for ${service} passes with old and new value valid at the same time`,
      },
      {
        title: `Let ${at} take changed settings and credentials while it runs, and say in its health check when they are refused`,
        kind: 'mitigate',
        verification: `a test changes the credential under load: no request fails; with a wrong one, readiness turns false within 30 seconds`,
      },
    ],
  },
  certificate: {
    noun: 'a certificate that is not valid',
    test: ({ at }) =>
      `Read validity, chain and names of the certificate that ${at} served at that time (openssl s_client). A valid one refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Renew the certificates of ${at} automatically, and alert on their age`,
        kind: 'detect',
        verification: `\`probe_ssl_earliest_cert_expiry - time() > 21 * 86400\` holds for ${at}, and its alert rule has a test that fires below it`,
      },
    ],
  },
  quota: {
    noun: 'a quota or rate limit',
    test: ({ at }) =>
      `Compare the calls that ${at} made with the limit that its provider had set at that time. Use below the limit refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Track use against the quota of ${at}, alert at 70 %, and slow down before the provider does`,
        kind: 'detect',
        verification: `an alert rule on use / quota > 0.7 exists with a unit test; a load test at 1.5 × the traffic of the incident sees no throttling`,
      },
      {
        title: `Let the callers in ${at} back off with jitter and a retry budget when they are throttled`,
        kind: 'mitigate',
        verification: `a test that answers 429 to half of the calls: ${at} sends at most 1.2 calls for each request, and recovers within 2 minutes after`,
      },
    ],
  },
  traffic: {
    noun: 'more traffic than usual',
    test: ({ at }) =>
      `Compare requests a minute at ${at} with the same hour of other days and with tested capacity. Traffic within tested capacity refutes it.`,
    remedies: ({ at }) => [
      {
        title: `Limit what ${at} accepts to tested capacity, and scale it ahead of the peak`,
        kind: 'prevent',
        verification: `a load test at 2 × the peak of the incident: accepted requests keep their latency objective, the rest gets 429 within 50 ms`,
      },
    ],
  },
  unknown: {
    noun: 'something not yet named',
    test: ({ at }) =>
      `Follow three failing requests through ${at} by their trace or correlation id, and note where each first goes wrong.`,
    remedies: ({ at }) => [
      {
        title: `Trace requests through ${at} from edge to storage`,
        kind: 'learn',
        verification: `90 % of the failed requests of a day carry a trace with spans of ${at} (compare trace ids in its logs with stored traces)`,
      },
    ],
  },
};
