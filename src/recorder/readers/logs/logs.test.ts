import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const at = (time: string) => Date.parse(time) * 1000;

test.each([
  [
    'Loki streams',
    'loki',
    {
      status: 'success',
      data: {
        resultType: 'streams',
        result: [
          {
            stream: { app: 'cart', pod: 'cart-64469b5b48-5rjvb' },
            values: [['1675079459971622667', 'level=error msg="card declined"']],
          },
        ],
      },
    },
    {
      at: 1675079459971622,
      kind: 'log',
      service: 'cart',
      level: 'error',
      body: 'card declined',
      attributes: { pod: 'cart-64469b5b48-5rjvb' },
    },
  ],
  [
    'Elasticsearch hits',
    'elasticsearch',
    {
      took: 1,
      hits: {
        total: 1,
        hits: [
          {
            _index: 'logs-1',
            _id: 'x',
            _source: {
              '@timestamp': '2023-01-30T11:50:59.971Z',
              message: 'declined',
              log: { level: 'error' },
              service: { name: 'cart' },
            },
          },
        ],
      },
    },
    {
      at: at('2023-01-30T11:50:59.971Z'),
      service: 'cart',
      level: 'error',
      body: 'declined',
      attributes: { index: 'logs-1' },
    },
  ],
  [
    'CloudWatch Logs events',
    'cloudwatch',
    {
      events: [
        {
          logStreamName: 's',
          timestamp: 1675079459971,
          message: 'ERROR card declined',
          ingestionTime: 1675079460000,
          eventId: '1',
        },
      ],
    },
    { at: 1675079459971000, level: 'error', attributes: { log_stream: 's' } },
  ],
  [
    'CloudWatch Logs subscription',
    'cloudwatch',
    {
      messageType: 'DATA_MESSAGE',
      logGroup: '/aws/lambda/cart',
      logStream: 's',
      logEvents: [{ id: '1', timestamp: 1675079459971, message: 'x' }],
    },
    { service: 'cart', body: 'x' },
  ],
  [
    'CloudWatch Logs Insights',
    'cloudwatch',
    {
      results: [
        [
          { field: '@timestamp', value: '2023-01-30 11:50:59.971' },
          { field: '@message', value: 'hello' },
        ],
      ],
      status: 'Complete',
    },
    { at: at('2023-01-30T11:50:59.971Z'), body: 'hello' },
  ],
  [
    'Datadog logs',
    'datadog-logs',
    {
      data: [
        {
          id: 'A',
          type: 'log',
          attributes: {
            timestamp: '2023-01-30T11:50:59.971Z',
            status: 'error',
            service: 'cart',
            host: 'h1',
            message: 'declined',
            tags: ['env:prod'],
            attributes: { code: 7 },
          },
        },
      ],
    },
    {
      at: at('2023-01-30T11:50:59.971Z'),
      service: 'cart',
      host: 'h1',
      level: 'error',
      body: 'declined',
      attributes: { env: 'prod', code: 7 },
    },
  ],
])('%s', async (_, name, content, expected) => {
  for (const text of [JSON.stringify(content), JSON.stringify(content, null, 2)]) {
    const { reader, records, unread } = await readAll(text);
    expect(reader).toContain(name);
    expect(unread).toEqual([]);
    expect(records).toMatchObject([expected]);
  }
});
