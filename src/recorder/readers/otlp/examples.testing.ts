/** One request of each kind, as JSON. */
export const TRACE = '5b8efff798038103d269b633813fc60c';
export const SPAN = 'eee19b7ec3c1b174';
export const PARENT = 'eee19b7ec3c1b173';
const text = (key: string, value: string) => ({ key, value: { stringValue: value } });

export const resource = {
  attributes: [
    text('service.name', 'checkout'),
    text('host.name', 'checkout-64469b5b48-5rjvb'),
    text('k8s.node.name', 'node-3'),
    text('k8s.pod.name', 'checkout-64469b5b48-5rjvb'),
  ],
};

export const LOGS = {
  resourceLogs: [
    {
      resource,
      scopeLogs: [
        {
          scope: { name: 'app' },
          logRecords: [
            {
              timeUnixNano: '1675079459971622667',
              severityNumber: 17,
              severityText: 'ERROR',
              body: { stringValue: 'card declined' },
              attributes: [{ key: 'tries', value: { intValue: '3' } }],
              traceId: TRACE,
              spanId: SPAN,
            },
          ],
        },
      ],
    },
  ],
};

export const SPANS = {
  resourceSpans: [
    {
      resource,
      scopeSpans: [
        {
          spans: [
            {
              traceId: TRACE,
              spanId: SPAN,
              parentSpanId: PARENT,
              name: 'POST /pay',
              kind: 2,
              startTimeUnixNano: '1675079501299000000',
              endTimeUnixNano: '1675079501682364930',
              status: { code: 2, message: 'declined' },
              events: [
                {
                  timeUnixNano: '1675079501400000000',
                  name: 'exception',
                  attributes: [text('exception.message', 'boom')],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

export const METRICS = {
  resourceMetrics: [
    {
      resource,
      scopeMetrics: [
        {
          metrics: [
            {
              name: 'cpu',
              unit: '1',
              gauge: { dataPoints: [{ timeUnixNano: '1675079459000000000', asDouble: 0.5 }] },
            },
            {
              name: 'requests',
              sum: {
                aggregationTemporality: 2,
                isMonotonic: true,
                dataPoints: [{ timeUnixNano: '1675079459000000000', asInt: '42' }],
              },
            },
            {
              name: 'latency',
              histogram: {
                dataPoints: [
                  {
                    timeUnixNano: '1675079459000000000',
                    count: '3',
                    sum: 1.5,
                    bucketCounts: ['1', '2', '0'],
                    explicitBounds: [0.1, 1],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
};
