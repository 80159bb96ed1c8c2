import { describe, expect, test } from 'vitest';
import { SECOND, START } from '../../../test/builders/bundle.ts';
import { mark, noted, observations, run } from '../../../test/builders/observations.ts';
import type { Mark, MetricSeries, NotedRecord, Observations, RequestSeries } from './observation.ts';
import { proposeTimeline, type Timeline } from './proposeTimeline.ts';
import { readCourse } from './readCourse.ts';

const BUCKETS = 60;

/** Requests of a service of which half fail in the minutes `[from, to)`. */
function failing(service: string, from: number, to: number): RequestSeries {
  const per = <T>(value: (minute: number, bad: boolean) => T): T[] =>
    Array.from({ length: BUCKETS }, (_, i) => value(i, i >= from && i < to));
  const marks = per<Mark | null>((i, bad) => (bad ? mark(i * 60 + 7, { service }) : null));
  return {
    service,
    edge: true,
    query: `requests of ${service}`,
    requests: per(i => 100 + (i % 3)),
    failures: per((_, bad) => (bad ? 50 : 0)),
    firstFailure: marks,
    lastFailure: marks,
    firstSlow: per(() => null),
    lastSlow: per(() => null),
    p50: per(i => 20 + (i % 2)),
    p95: per(i => 40 + (i % 2)),
  };
}

const alert = (seconds: number, status: string, given: Partial<NotedRecord> = {}): NotedRecord =>
  noted(seconds, {
    kind: 'alert',
    name: 'ErrorRate',
    attributes: JSON.stringify({ status, fingerprint: 'f1' }),
    body: 'too many errors',
    source: 'alerts',
    ...given,
  });
const message = (seconds: number, body: string): NotedRecord =>
  noted(seconds, { kind: 'message', body, source: '#inc', service: '' });

const timelineOf = (seen: Observations): Timeline => proposeTimeline(seen, readCourse(seen));
const minute = (count: number): number => count * 60;

describe('turns', () => {
  const seen = observations({
    requests: [failing('web', 20, 40)],
    alerts: [alert(minute(22), 'firing'), alert(minute(25), 'firing'), alert(minute(42), 'resolved')],
    messages: [
      message(minute(2), 'anyone seeing slow builds?'),
      message(minute(23), 'looking'),
      message(minute(30), 'is it fixed?'),
      message(minute(38), 'rolled back web'),
      message(minute(43), 'all good'),
    ],
  });
  const timeline = timelineOf(seen);
  const at = (turn: keyof typeof timeline.turns): number => (timeline.turns[turn]!.at - START) / SECOND;

  test('impact starts with the first failed request and ends with the last', () => {
    expect(at('impact-start')).toBe(minute(20) + 7);
    expect(at('restore')).toBe(minute(39) + 7);
  });
  test('the first alert detects, the first taker acknowledges, the last step before recovery mitigates', () => {
    expect(at('detection')).toBe(minute(22));
    expect(at('acknowledgement')).toBe(minute(23));
    expect(at('mitigation')).toBe(minute(38));
  });
  test('phases follow from the turns', () => {
    expect(timeline.phases.map(phase => phase.name)).toEqual([
      'before',
      'impact',
      'detected',
      'mitigated',
      'restored',
    ]);
  });
  test('an alert that is sent again is one moment, and the gap says so', () => {
    expect(timeline.moments.filter(moment => moment.title.includes('fires'))).toHaveLength(1);
    expect(timeline.gaps.map(gap => gap.kind)).toContain('duplicate');
  });
  test('the turns are kept whatever else there is', () => {
    expect(timeline.moments.filter(moment => moment.confidence !== undefined && !moment.kept)).toEqual([]);
  });
});

describe('orders that cannot be', () => {
  test('resolved before firing is reported', () => {
    const { gaps } = timelineOf(
      observations({ alerts: [alert(minute(10), 'resolved'), alert(minute(12), 'firing')] }),
    );
    expect(gaps.find(gap => gap.kind === 'impossible-order')?.text).toContain('2 min before it first fires');
  });
  test('restored before detected is reported, and neither is moved', () => {
    const { gaps, turns } = timelineOf(
      observations({ requests: [failing('web', 20, 25)], alerts: [alert(minute(30), 'firing')] }),
    );
    expect(turns.restore!.at).toBeLessThan(turns.detection!.at);
    expect(gaps.find(gap => gap.kind === 'impossible-order')?.text).toContain(
      'Restored comes before detected',
    );
  });
  test('recovery announced while requests still fail is reported', () => {
    const { gaps } = timelineOf(
      observations({
        requests: [failing('web', 20, 40)],
        messages: [message(minute(21), 'web is down'), message(minute(30), 'all good')],
      }),
    );
    expect(gaps.find(gap => gap.kind === 'impossible-order')?.text).toContain('announced in #inc');
  });
});

describe('what is not part of the story', () => {
  const chat = Array.from({ length: 60 }, (_, i) =>
    noted(minute(i), {
      kind: 'message',
      body: ['fixed the typo', 'lunch?', 'rolled back my laptop', 'nice'][i % 4]!,
      source: 'general',
      service: '',
    }),
  );
  test('a channel for everything gives no turns, unless it names a service', () => {
    const quiet = timelineOf(observations({ requests: [failing('web', 20, 40)], messages: chat }));
    expect(Object.keys(quiet.turns)).toEqual(['impact-start', 'restore']);
    const named = noted(minute(22), {
      kind: 'message',
      body: 'customers report that web is down',
      source: 'general',
      service: '',
    });
    const told = timelineOf(observations({ requests: [failing('web', 20, 40)], messages: [...chat, named] }));
    expect(told.turns.detection?.at).toBe(named.at);
  });

  const latency = (service: string, from: number, to: number): MetricSeries => ({
    name: 'latency_p90_seconds',
    service,
    instance: '',
    source: 'metrics',
    counter: false,
    unit: 's',
    values: Array.from({ length: BUCKETS }, (_, i) => (i >= from && i < to ? 4 : 0.4) + 0.01 * (i % 3)),
    rows: Array.from({ length: BUCKETS }, (_, i) => 10_000 + i),
    query: `latency of ${service}`,
  });

  test('where traces end too early, the metrics of the entrance tell when it was over', () => {
    const cut = failing('web', 20, 25);
    const until = 25;
    const seen = observations({
      requests: [
        {
          ...cut,
          requests: cut.requests.map((count, i) => (i < until ? count : 0)),
          failures: cut.failures.map((count, i) => (i < until ? count : 0)),
        },
      ],
      metrics: [latency('frontend', 20, 30), latency('billing', 21, 33)],
      heard: Array.from({ length: BUCKETS }, (_, i) => i < until),
      told: { from: START, to: START + minute(until) * SECOND },
    });
    const timeline = timelineOf(seen);
    expect(timeline.turns.restore?.at).toBe(START + minute(30) * SECOND);
    expect(timeline.gaps.filter(gap => gap.kind === 'silence').map(gap => gap.text)).toEqual([
      expect.stringContaining('end 35 min earlier than the metrics'),
    ]);
    expect(timeline.moments.filter(moment => moment.kind === 'silence')).toEqual([]);
  });

  test('several stretches of trouble: the best is taken, the others are named', () => {
    const { impact } = timelineOf(
      observations({ requests: [failing('web', 20, 30)], metrics: [latency('frontend', 45, 52)] }),
    );
    expect(impact?.others.map(({ from }) => from)).toEqual([START + minute(45) * SECOND]);
  });

  test('one machine seen through its pods is one moment', () => {
    const pods = ['a', 'b', 'c'].map(service => ({
      ...latency(service, 30, 36),
      name: 'NodeCpuUsageRate(%)',
      unit: '%',
    }));
    const { moments } = timelineOf(observations({ metrics: pods }));
    expect(moments.map(({ title }) => title)).toEqual([expect.stringContaining('machine of a, b and c')]);
  });
});

test('two clocks that were never compared leave a close order unsettled', () => {
  const change = noted(minute(10), { kind: 'change', name: 'Deploy web', source: 'deploys' });
  const crash = run('process-stop', minute(10), minute(10), {
    first: mark(minute(10), { at: change.at + 200_000, source: 'app.log' }),
  });
  const { gaps } = timelineOf(observations({ changes: [change], topics: [crash] }));
  expect(gaps.find(gap => gap.kind === 'unsettled-order')?.text).toContain('200 ms apart');
});

test('nothing seen gives an empty timeline that says nothing', () => {
  const timeline = timelineOf(observations());
  expect(timeline).toMatchObject({ moments: [], turns: {}, gaps: [], window: { basis: 'all' } });
});

test('a crowd of moments is cut to what a person would read, across kinds', () => {
  const topics = Array.from({ length: 300 }, (_, i) =>
    run('timeout', i * 10, i * 10 + 5, { service: `s${i % 4}` }),
  );
  const messages = [message(minute(30), 'declaring an incident'), message(minute(31), 'rolled back')];
  const kept = timelineOf(observations({ topics, messages })).moments.filter(moment => moment.kept);
  expect(kept.length).toBeGreaterThanOrEqual(10);
  expect(kept.length).toBeLessThanOrEqual(40);
  expect(
    kept
      .filter(moment => moment.kind === 'message' || moment.confidence !== undefined)
      .map(moment => moment.kind),
  ).toEqual(['impact-start', 'detection', 'mitigation']);
});
