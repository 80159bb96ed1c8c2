import type { Citation, Moment, MomentKind } from '../../../src/core/document/bundle.ts';
import { excerpt, MINUTE, moment, SECOND, START } from '../bundle.ts';
import { END, LINES, SOURCES } from './scene.ts';

/** Minute after START | kind | source | weight | title | reason. */
const TOLD = `
4.2 | other | payments | 0.22 | Nightly settlement job ends | Last line of a job that runs once a day.
12.1 | deploy | git | 0.86 | payments 2026.10.14-3 rolled out to production | A deployment within 30 minutes before impact.
12.4 | config-change | git | 0.94 | pool.max lowered from 64 to 16 in payments/values.yaml | A configuration change inside that deployment.
13 | restart | k8s/events | 0.52 | payments: 6 pods replaced | Six restarts in 40 seconds, none in the hour before.
18.6 | metric-change | prometheus | 0.9 | payments pool in use reaches its limit, 16 of 16 | First sample at the limit; baseline 22 ± 4.
20.2 | latency-change | traces.otlp | 0.88 | p99 of POST /charge rises from 180 ms to 4.1 s | Robust change of 23 deviations against the quiet hour.
20.7 | first-error | payments | 0.93 | First “timeout acquiring connection” in payments | No line like it stands before this one.
21 | impact-start | edge/access.log | 1 | Impact begins: checkout answers 503 | Error share passes 1 % and stays above it for 42 minutes.
21.4 | error-burst | checkout | 0.82 | 503 from checkout, 41 a second | 2 460 errors in the first minute, 3 in the hour before.
22.3 | first-error | checkout | 0.6 | First “circuit open: payments” in checkout | No line like it stands before this one.
23.9 | alert-firing | alertmanager | 0.84 | CheckoutErrorBudgetBurn fires, severity page | First alert after the start of impact.
24 | detection | alertmanager | 0.97 | Detected by CheckoutErrorBudgetBurn | The first alert on the affected service after impact began.
24.05 | alert-firing | alertmanager | 0.5 | PaymentsLatencyHigh fires | Alert within the impact.
26.2 | acknowledgement | alertmanager | 0.8 | On-call acknowledges the page | Acknowledgement in the alert payload.
28.3 | message | #inc-checkout | 0.56 | “looks like payments, everything that touches /charge is slow” | A message that names an affected service.
31 | restart | k8s/events | 0.58 | payments-7c9f restarted: liveness probe failed | A container restart inside the impact.
31.2 | restart | k8s/events | 0.42 | payments-5d2a restarted: liveness probe failed | A container restart inside the impact.
31.5 | restart | k8s/events | 0.4 | payments-91ee restarted: liveness probe failed | A container restart inside the impact.
33.3 | message | #inc-checkout | 0.6 | “scaling payments to 12, let’s see” | A message that says what was done.
33.9 | config-change | k8s/events | 0.64 | payments scaled from 6 to 12 replicas | A change of replicas inside the impact.
35.1 | metric-change | prometheus | 0.7 | payments-db connections reach 192 of 200 | Highest value in the window; baseline 130.
36 | first-error | payments-db | 0.72 | First “remaining connection slots are reserved” in payments-db | No line like it stands before this one.
36.2 | error-burst | payments-db | 0.6 | payments-db refuses 310 connections in a minute | None in the hour before.
38 | silence | sessions | 0.44 | sessions writes nothing for 2 min 40 s | It writes every 0.4 s otherwise.
41.6 | message | #inc-checkout | 0.76 | “the pool size changed in this morning’s deploy” | A message that names a change.
43.8 | message | #inc-checkout | 0.85 | “rolling back payments” | Names an action that usually ends an incident.
44.6 | deploy | git | 0.92 | payments 2026.10.14-2 (rollback) rolled out | A deployment of an older revision inside the impact.
46 | mitigation | edge/access.log | 0.95 | Mitigated: error share falls from 38 % to 6 % | First lasting fall of the error share after an action.
47.2 | metric-change | prometheus | 0.62 | payments pool in use falls to 24 of 64 | Back inside the range of the quiet hour.
52.5 | latency-change | traces.otlp | 0.66 | p99 of POST /charge back to 210 ms | Inside two deviations of the quiet hour.
55 | last-of-kind | payments | 0.55 | Last “timeout acquiring connection” | No line like it follows.
58.4 | alert-resolved | alertmanager | 0.46 | PaymentsLatencyHigh resolves | Alert resolved.
63 | restore | edge/access.log | 0.98 | Restored: error share back under 0.1 % | Stays inside the quiet range until the end of the evidence.
64.3 | alert-resolved | alertmanager | 0.6 | CheckoutErrorBudgetBurn resolves | Alert resolved.
66 | message | #inc-checkout | 0.5 | “all green, closing. thanks all” | A message that names an end.
`;

/** The moments that a person would keep, each with a citation of its own: `e1` to `e35`. */
export function outageMoments(random: () => number): { moment: Moment; citation: Citation }[] {
  return TOLD.trim()
    .split('\n')
    .map((line, index) => builtMoment(line.split(' | '), index, random));
}

function builtMoment(
  [minute = '', kindText = '', source = '', weight = '', title = '', reason = '']: string[],
  index: number,
  random: () => number,
) {
  const kind = kindText as MomentKind;
  const id = `e${index + 1}`;
  const at = START + Math.round(Number(minute) * MINUTE) + Math.floor(random() * SECOND);
  const service = SOURCES.find(([name]) => name === source)?.[1] ?? '';
  const phase = ['impact-start', 'detection', 'mitigation', 'restore'].includes(kind);
  const built: Moment = {
    ...moment({
      id: `m${index + 1}`,
      at,
      kind,
      title,
      source,
      reason,
      weight: Number(weight),
      service,
      cites: [id],
    }),
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

/** Sixty moments that no one would keep. */
export function minorMoments(random: () => number): Moment[] {
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
