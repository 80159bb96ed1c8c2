import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

describe('answers of the HTTP API', () => {
  const metric = { __name__: 'cpu', job: 'kubelet', pod: 'cart-64469b5b48-5rjvb', node: 'n1' };

  test('a range result gives a record for each sample', async () => {
    const result = [
      {
        metric,
        values: [
          [1675079459.781, '0.5'],
          [1675079519, 'NaN'],
        ],
      },
    ];
    const { reader, records } = await readAll(
      JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } }),
    );
    expect(reader).toBe('prometheus-json');
    expect(records).toMatchObject([
      {
        at: 1675079459781000,
        precision: 'ms',
        kind: 'metric',
        name: 'cpu',
        value: 0.5,
        service: 'cart',
        host: 'n1',
      },
      {
        at: 1675079519000000,
        precision: 's',
        value: Number.NaN,
        attributes: { pod: 'cart-64469b5b48-5rjvb' },
      },
    ]);
  });

  test('an instant result gives one for each series, named after the file where the series has no name', async () => {
    const result = [{ metric: { instance: '10.0.0.1:9100' }, value: [1675079459, '+Inf'] }];
    const { records } = await readAll(JSON.stringify({ data: { resultType: 'vector', result } }));
    expect(records).toMatchObject([{ name: 'file', value: Infinity, host: '10.0.0.1' }]);
  });

  test('native histograms give count, sum and cumulative buckets', async () => {
    const histogram = {
      count: '3',
      sum: '1.5',
      buckets: [
        [0, '0', '0.1', '1'],
        [0, '0.1', '1', '2'],
      ],
    };
    const result = [{ metric: { __name__: 'lat' }, histogram: [1675079459, histogram] }];
    const { records } = await readAll(JSON.stringify({ data: { resultType: 'vector', result } }));
    expect(records.map(r => [r.name, r.value, r.attributes?.le])).toEqual([
      ['lat_count', 3, undefined],
      ['lat_sum', 1.5, undefined],
      ['lat_bucket', 1, '0.1'],
      ['lat_bucket', 3, '1'],
    ]);
  });
});

describe('exposition text', () => {
  test.each([
    ['up 1', { name: 'up', value: 1, at: undefined }],
    [
      'http_total{code="200",path="/a,\\"b\\"}"} 1027 1395066363000',
      { value: 1027, at: 1395066363000000, attributes: { path: '/a,"b"}' } },
    ],
    [
      'lat_bucket{le="0.1"} 8 1520879607.789 # {trace_id="abc"} 0.067',
      { at: 1520879607789000, traceId: 'abc' },
    ],
    ['temp{job="x"} -1.5e-3', { value: -0.0015, service: 'x' }],
    ['q{quantile="0.9"} +Inf', { value: Infinity }],
  ])('%s', async (line, expected) => {
    const { reader, records } = await readAll(`# HELP x y\n# TYPE x counter\n${line}\n# EOF\n`);
    expect(reader).toBe('prometheus-text');
    expect(records).toMatchObject([expected]);
  });

  test('other comments and prose are not taken', async () => {
    expect((await readAll('# a heading\nsome words here 12\n')).reader).not.toBe('prometheus-text');
  });
});
