import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const at = (time: string) => Date.parse(time) * 1000;
const corpus = (name: string) =>
  readFileSync(new URL(`../../../../test/corpus/signals/${name}.json`, import.meta.url));

const MANAGED = {
  version: '4',
  status: 'resolved',
  receiver: 'team',
  alerts: [
    {
      status: 'resolved',
      labels: { alertname: 'HighLatency', severity: 'critical', pod: 'cart-64469b5b48-5rjvb', node: 'n1' },
      annotations: { summary: 'p99 over 2 s' },
      startsAt: '2023-01-30T11:52:00Z',
      endsAt: '2023-01-30T12:10:00Z',
      fingerprint: 'f1',
    },
    {
      status: 'firing',
      labels: { alertname: 'Errors', service: 'front' },
      annotations: {},
      startsAt: '2023-01-30T11:53:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: 'f2',
    },
  ],
};

test('Alertmanager: both times of a resolved alert become records, a firing one has none for its end', async () => {
  const { reader, records } = await readAll(JSON.stringify(MANAGED));
  expect(reader).toBe('alerts');
  expect(records.map(({ name, at, attributes }) => [name, at, attributes?.state])).toEqual([
    ['HighLatency', at('2023-01-30T11:52:00Z'), 'firing'],
    ['HighLatency', at('2023-01-30T12:10:00Z'), 'resolved'],
    ['Errors', at('2023-01-30T11:53:00Z'), 'firing'],
  ]);
  expect(records[0]).toMatchObject({
    kind: 'alert',
    level: 'fatal',
    service: 'cart',
    host: 'n1',
    body: 'p99 over 2 s',
    attributes: { alert_id: 'f1', pod: 'cart-64469b5b48-5rjvb' },
  });
});

describe('vendors', () => {
  test.each([
    [
      'PagerDuty webhook',
      {
        event: {
          event_type: 'incident.acknowledged',
          occurred_at: '2023-01-30T11:55:00Z',
          agent: { summary: 'Alice' },
          data: {
            id: 'P1',
            type: 'incident',
            title: 'Cart is down',
            service: { summary: 'cart' },
            urgency: 'high',
          },
        },
      },
      {
        name: 'Cart is down',
        service: 'cart',
        level: 'error',
        at: at('2023-01-30T11:55:00Z'),
        attributes: { state: 'acknowledged', alert_id: 'P1' },
      },
    ],
    [
      'PagerDuty event',
      {
        routing_key: 'k',
        event_action: 'trigger',
        dedup_key: 'd1',
        payload: {
          summary: 'Disk full',
          source: 'db-1',
          severity: 'critical',
          timestamp: '2023-01-30T11:55:00Z',
        },
      },
      { name: 'Disk full', host: 'db-1', level: 'fatal', attributes: { state: 'firing', alert_id: 'd1' } },
    ],
    [
      'Opsgenie',
      {
        action: 'Close',
        alert: {
          alertId: 'a1',
          message: 'Disk full',
          createdAt: 1675079459000,
          updatedAt: 1675079519000,
          priority: 'P1',
        },
      },
      { name: 'Disk full', at: 1675079519000000, attributes: { state: 'resolved', alert_id: 'a1' } },
    ],
    [
      'Datadog',
      {
        id: '1',
        alert_id: '7',
        title: 'High CPU',
        alert_transition: 'Triggered',
        date: 1675079459000,
        tags: 'service:api,host:h1',
        priority: 'P2',
      },
      {
        name: 'High CPU',
        at: 1675079459000000,
        service: 'api',
        host: 'h1',
        level: 'error',
        attributes: { state: 'firing' },
      },
    ],
    [
      'CloudWatch by SNS',
      {
        Type: 'Notification',
        TopicArn: 'arn:aws:sns:x',
        Timestamp: '2023-01-30T11:55:01Z',
        Message: JSON.stringify({
          AlarmName: 'HighCPU',
          NewStateValue: 'OK',
          NewStateReason: 'Threshold not crossed',
          StateChangeTime: '2023-01-30T11:55:00.000+0000',
          Trigger: { MetricName: 'CPUUtilization', Dimensions: [{ name: 'InstanceId', value: 'i-1' }] },
        }),
      },
      {
        name: 'HighCPU',
        at: at('2023-01-30T11:55:00Z'),
        attributes: { state: 'resolved', metric: 'CPUUtilization', InstanceId: 'i-1' },
      },
    ],
    [
      'CloudWatch by EventBridge',
      {
        source: 'aws.cloudwatch',
        time: '2023-01-30T11:55:00Z',
        detail: {
          alarmName: 'HighCPU',
          state: { value: 'ALARM', reason: 'crossed', timestamp: '2023-01-30T11:55:00.000+0000' },
        },
      },
      { name: 'HighCPU', at: at('2023-01-30T11:55:00Z'), body: 'crossed', attributes: { state: 'firing' } },
    ],
    [
      'Grafana of old',
      {
        ruleId: 1,
        ruleName: 'Memory',
        state: 'alerting',
        title: '[Alerting] Memory',
        evalMatches: [{ metric: 'm', value: 97, tags: { host: 'h1' } }],
      },
      { name: 'Memory', host: 'h1', at: undefined, attributes: { state: 'firing', value: 97 } },
    ],
    [
      'Sentry issue',
      {
        action: 'created',
        data: {
          issue: {
            shortId: 'S-1',
            title: 'TypeError',
            level: 'error',
            project: { slug: 'front' },
            firstSeen: '2023-01-30T11:55:00Z',
          },
        },
      },
      { name: 'TypeError', service: 'front', level: 'error', at: at('2023-01-30T11:55:00Z') },
    ],
    [
      'CloudEvents',
      {
        specversion: '1.0',
        type: 'com.example.alert.resolved',
        source: '/monitor',
        id: '1',
        time: '2023-01-30T11:55:00Z',
        data: { title: 'Disk', severity: 'high' },
      },
      { name: 'Disk', level: 'info', attributes: { state: 'resolved' } },
    ],
    [
      'Google Cloud Monitoring',
      {
        version: '1.2',
        incident: {
          incident_id: 'i',
          state: 'closed',
          started_at: 1675079459,
          ended_at: 1675079519,
          condition_name: '5xx',
          summary: 's',
        },
      },
      { name: '5xx', at: 1675079459000000, attributes: { state: 'firing' } },
    ],
    [
      'Checkly',
      {
        check_name: 'API',
        check_id: 'c',
        alert_type: 'ALERT_RECOVERY',
        started_at: '2025-01-26T11:19:40.544Z',
      },
      { name: 'API', at: at('2025-01-26T11:19:40.544Z'), attributes: { state: 'resolved' } },
    ],
    [
      'Wazuh, with its odd zone',
      {
        message: 'New package',
        severity: 'info',
        description: 'Rule ID 2902\nLevel 7\nAgent Name web\nFull Log x',
        created_at: '2025-02-03T21:41:42.853014+01.00',
      },
      { name: 'New package', host: 'web', at: at('2025-02-03T20:41:42.853Z') + 14 },
    ],
  ])('%s', async (_, payload, expected) => {
    for (const content of [
      payload,
      [payload],
      { payload, parameters: {} },
      { body: JSON.stringify(payload) },
    ]) {
      const { reader, records } = await readAll(JSON.stringify(content, null, 1));
      expect(reader).toBe('alerts');
      expect(records[0]).toMatchObject({ kind: 'alert', ...expected });
    }
  });
});

test.each([
  ['cloudwatch', 3, 'HighCPUUsage'],
  ['graylog', 1, 'Event - 1'],
  ['sentry', 3, 'Failed to fetch user profile'],
  ['axiom', 1, 'New monitor'],
  ['signalfx', 1, 'logs'],
])('collected samples of %s', async (vendor, count, name) => {
  const { reader, records, unread } = await readAll(corpus(vendor));
  expect([reader, records.length, records[0]?.name, unread]).toEqual(['alerts', count, name, []]);
});

test('one payload a line is read by lines', async () => {
  const { reader, records } = await readAll(`${JSON.stringify(MANAGED)}\n${JSON.stringify(MANAGED)}\n`);
  expect([reader, records.length]).toEqual(['alerts-lines', 6]);
});
