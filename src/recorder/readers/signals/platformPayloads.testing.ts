const at = (time: string) => Date.parse(time) * 1000;

/** What platforms and desks send, in few words, and what is to be read from it. */
export const PLATFORM_PAYLOADS: readonly [
  vendor: string,
  payload: object,
  expected: { state?: string; [field: string]: unknown },
][] = [
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
