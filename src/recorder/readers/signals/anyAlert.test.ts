import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const at = (time: string) => Date.parse(time) * 1000;

/** What each vendor sends, in few words, and what is to be read from it. */
const PAYLOADS: readonly [vendor: string, payload: object, expected: object][] = [
  [
    'Pingdom',
    {
      check_id: 12345,
      check_name: 'Shop front page',
      check_type: 'HTTP',
      check_params: { hostname: 'shop.example', url: '/' },
      previous_state: 'UP',
      current_state: 'DOWN',
      importance_level: 'HIGH',
      state_changed_timestamp: 1675079520,
      long_description: 'Invalid status code 503',
      description: 'HTTP Error 503',
    },
    {
      name: 'Shop front page',
      level: 'error',
      at: at('2023-01-30T11:52:00Z'),
      host: 'shop.example',
      state: 'firing',
    },
  ],
  [
    'Uptime Kuma',
    {
      heartbeat: {
        monitorID: 1,
        status: 0,
        time: '2023-01-30 11:52:00.123',
        msg: 'connect ECONNREFUSED',
        important: true,
      },
      monitor: { id: 1, name: 'Shop', url: 'https://shop.example', type: 'http' },
      msg: '[Shop] [🔴 Down] connect ECONNREFUSED',
    },
    { name: 'Shop', at: at('2023-01-30T11:52:00.123Z'), state: 'firing' },
  ],
  [
    'StatusCake',
    {
      Name: 'Shop',
      Status: 'Down',
      StatusCode: 503,
      URL: 'https://shop.example',
      TestID: 81,
      Method: 'Website',
    },
    { name: 'Shop', level: 'error', at: undefined, state: 'firing' },
  ],
  [
    'New Relic workflow',
    {
      id: '0ea2df1c',
      issueUrl: 'https://radar.example/issues/0ea2df1c',
      title: 'Response time over 2 s',
      priority: 'CRITICAL',
      impactedEntities: ['checkout'],
      totalIncidents: 1,
      state: 'ACTIVATED',
      trigger: 'STATE_CHANGE',
      createdAt: 1675079520000,
      updatedAt: 1675079580000,
    },
    { name: 'Response time over 2 s', level: 'fatal', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'New Relic incident',
    {
      condition_name: 'Apdex low',
      policy_name: 'Web',
      current_state: 'closed',
      severity: 'WARNING',
      timestamp: 1675079520000,
      details: 'Apdex < 0.7',
      incident_id: 81,
    },
    {
      name: 'Apdex low',
      level: 'info',
      at: at('2023-01-30T11:52:00Z'),
      body: 'Apdex < 0.7',
      state: 'resolved',
    },
  ],
  [
    'Dynatrace',
    {
      ProblemID: 'P-2301',
      ProblemTitle: 'Failure rate increase',
      ProblemSeverity: 'ERROR',
      State: 'OPEN',
      ImpactedEntity: 'Failure rate increase on checkout',
      ProblemDetailsJSON: { startTime: 1675079520000, endTime: -1 },
    },
    { name: 'Failure rate increase', level: 'error', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'Zabbix',
    {
      id: '812',
      name: 'Load average is too high',
      severity: 'Disaster',
      status: 'PROBLEM',
      hostName: 'web-3',
      triggerId: '16199',
      date: '2023.01.30',
      time: '11:52:00',
      tags: '[{"tag":"scope","value":"performance"}]',
    },
    {
      name: 'Load average is too high',
      level: 'fatal',
      host: 'web-3',
      at: at('2023-01-30T11:52:00Z'),
      state: 'firing',
    },
  ],
  [
    'Splunk',
    {
      sid: 'scheduler__admin__search_1',
      search_name: 'Errors in checkout',
      app: 'search',
      results_link: 'https://splunk.example/app/search/1',
      result: {
        _time: '1675079520',
        log_level: 'ERROR',
        service: 'checkout',
        message: 'card declined',
        alert: 'x',
      },
    },
    { name: 'Errors in checkout', level: 'error', service: 'checkout' },
  ],
  [
    'Sumo Logic',
    {
      name: 'Errors in checkout',
      description: 'more than 5',
      monitorType: 'Logs',
      id: '0000000000A1',
      triggerType: 'ResolvedCritical',
      triggerTimeStart: '1675079520000',
      triggerTimeEnd: '1675079580000',
    },
    { name: 'Errors in checkout', at: at('2023-01-30T11:52:00Z'), level: 'info' },
  ],
  [
    'Icinga 2',
    {
      check_result: {
        state: 'CRITICAL',
        output: 'load 31',
        execution_start: 1675079519,
        execution_end: 1675079520,
        exit_status: 2,
      },
      host: { name: 'web-3', display_name: 'Web 3' },
      service: { name: 'web-3!load', display_name: 'Load', check_command: 'load' },
    },
    {
      name: 'Load',
      level: 'fatal',
      host: 'web-3',
      body: 'load 31',
      at: at('2023-01-30T11:51:59Z'),
      state: 'firing',
    },
  ],
  [
    'Netdata',
    {
      id: 'a1',
      name: 'ram_usage',
      host: 'web-3',
      message: 'RAM at 98 %',
      severity: 'warning',
      status: { text: 'raised' },
      alert: 'ram_in_use',
      alert_url: 'https://netdata.example/a1',
      date: '2023-01-30T11:52:00Z',
    },
    { level: 'warn', host: 'web-3', at: at('2023-01-30T11:52:00Z') },
  ],
  [
    'Rollbar',
    {
      event_name: 'new_item',
      data: {
        item: {
          id: 1,
          title: 'TypeError: undefined',
          environment: 'production',
          level: 40,
          last_occurrence_timestamp: 1675079520,
          hash: 'h',
        },
        occurrence: { level: 'error', uuid: 'u', body: { message: { body: 'undefined is not a function' } } },
        url: 'https://rollbar.example/1',
      },
    },
    { name: 'TypeError: undefined', level: 'error', at: at('2023-01-30T11:52:00Z') },
  ],
  [
    'Site24x7',
    {
      MONITORNAME: 'Shop',
      MONITOR_ID: '81',
      STATUS: 'DOWN',
      INCIDENT_REASON: 'Connection refused',
      INCIDENT_TIME_ISO: '2023-01-30T12:52:00+0100',
      MONITORURL: 'https://shop.example',
    },
    {
      name: 'Shop',
      level: 'error',
      body: 'Connection refused',
      at: at('2023-01-30T11:52:00Z'),
      state: 'firing',
    },
  ],
  [
    'ThousandEyes',
    {
      eventId: 'e1',
      eventType: 'ALERT_NOTIFICATION_TRIGGER',
      alert: {
        ruleName: 'Agent offline',
        severity: 'CRITICAL',
        dateStartZoned: '2023-01-30 11:52:00 UTC',
        agentName: 'fra-1',
        alertId: 81,
      },
    },
    { name: 'Agent offline', level: 'fatal', host: 'fra-1', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'Azure Monitor',
    {
      schemaId: 'azureMonitorCommonAlertSchema',
      data: {
        essentials: {
          alertId: '/subscriptions/1/alerts/2',
          alertRule: 'CPU over 90 %',
          severity: 'Sev2',
          monitorCondition: 'Fired',
          configurationItems: ['web-3'],
          firedDateTime: '2023-01-30T11:52:00.000Z',
        },
        alertContext: {},
      },
    },
    {
      name: 'CPU over 90 %',
      level: 'warn',
      service: 'web-3',
      at: at('2023-01-30T11:52:00Z'),
      state: 'firing',
    },
  ],
  [
    'incident.io',
    {
      event_type: 'public_incident.incident_created_v2',
      'public_incident.incident_created_v2': {
        id: 'i1',
        name: 'Checkout is down',
        incident_status: { category: 'live', name: 'Investigating' },
        severity: { name: 'Critical' },
        created_at: '2023-01-30T11:52:00Z',
      },
    },
    { name: 'Checkout is down', level: 'fatal', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'ilert',
    {
      eventType: 'alert-created',
      id: 81,
      summary: 'Disk full',
      status: 'PENDING',
      priority: 'HIGH',
      reportTime: '2023-01-30T11:52:00Z',
    },
    { name: 'Disk full', level: 'error', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'Dash0',
    {
      type: 'alert.resolved',
      data: {
        issue: {
          id: 'b9',
          start: '2023-01-30T11:52:00Z',
          end: '2023-01-30T11:59:00Z',
          status: 'resolved',
          summary: 'Errors in cart',
          labels: [{ key: 'service.name', value: { stringValue: 'cart' } }],
        },
      },
    },
    { name: 'Errors in cart', service: 'cart', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'Jira',
    {
      timestamp: 1675079520000,
      webhookEvent: 'jira:issue_created',
      issue: {
        key: 'OPS-81',
        fields: { summary: 'Checkout fails', priority: { name: 'Highest' }, status: { name: 'Open' } },
      },
    },
    { name: 'Checkout fails', level: 'fatal', at: at('2023-01-30T11:52:00Z'), state: 'firing' },
  ],
  [
    'Checkmk',
    {
      summary: 'CheckMK web-3 - UP -> DOWN',
      host: 'web-3',
      event: 'UP -> DOWN',
      output: 'No answer',
      status: 'DOWN',
      severity: 'CRITICAL',
      what: 'HOST',
      notification_type: 'PROBLEM',
      date: '2023-01-30',
      long_date_time: 'Mon Jan 30 11:52:00 UTC 2023',
    },
    {
      name: 'CheckMK web-3 - UP -> DOWN',
      level: 'fatal',
      host: 'web-3',
      at: at('2023-01-30T11:52:00Z'),
      state: 'firing',
    },
  ],
  [
    'Elastic rule',
    {
      rule: { id: 'r1', name: 'Error rate' },
      alert: { id: 'a1', actionGroup: 'threshold met' },
      context: { reason: 'error rate is 12 %' },
      date: '2023-01-30T11:52:00.000Z',
      status: 'active',
      severity: 'high',
    },
    {
      name: 'Error rate',
      level: 'error',
      body: 'error rate is 12 %',
      at: at('2023-01-30T11:52:00Z'),
      state: 'firing',
    },
  ],
  [
    'AppDynamics',
    {
      id: '81',
      name: 'Health rule violated',
      severity: 'ERROR',
      message: 'average response time is over 2 s',
      event_id: '9',
      lastReceived: 'Mon Jan 30 11:52:00 UTC 2023',
      url: 'https://controller.example/#/events/9',
      healthRuleViolation: true,
      incidentId: 3,
    },
    { name: 'Health rule violated', level: 'error', at: at('2023-01-30T11:52:00Z') },
  ],
];

describe('payloads of vendors that nobody described are alerts', () => {
  test.each(PAYLOADS)('%s', async (_, payload, { state, ...expected }: { state?: string }) => {
    const filings = [
      JSON.stringify(payload),
      JSON.stringify(payload, null, 2),
      JSON.stringify([payload, payload]),
      `${JSON.stringify(payload)}\n${JSON.stringify(payload)}\n`,
      JSON.stringify({ ALERTS: { sample: { payload, parameters: {} } } }),
    ];
    for (const filing of filings) {
      const { records } = await readAll(filing);
      expect(records[0]).toMatchObject({ kind: 'alert', ...expected });
      if (state !== undefined) expect(records[0]?.attributes?.state).toBe(state);
    }
  });
});

test.each([
  { time: '2023-01-30T11:52:00Z', level: 'error', message: 'alert not sent', alert_id: 7 },
  { timestamp: '2023-01-30T11:52:00Z', severity: 'INFO', message: 'monitor started', status: 'ok' },
  { ts: 1675079520, lvl: 'warn', msg: 'problem with x', name: 'cart', state: 'open' },
  { time: '2023-01-30T11:52:00Z', event: 'order_created', status: 'open', name: 'o-81' },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cart-0' }, status: { phase: 'Failed' } },
])('what only speaks of alerts is none: %j', async payload => {
  const { records } = await readAll(JSON.stringify(payload));
  expect(records.map(({ kind }) => kind)).not.toContain('alert');
});
