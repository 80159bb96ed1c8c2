import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readAll } from '../../../../test/harness/readAll.ts';

const EVENT = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'x', namespace: 'shop', creationTimestamp: '2023-01-30T11:50:00Z' },
  involvedObject: {
    kind: 'Pod',
    name: 'cart-64469b5b48-5rjvb',
    namespace: 'shop',
    fieldPath: 'spec.containers{server}',
  },
  reason: 'BackOff',
  message: 'Back-off restarting failed container',
  source: { component: 'kubelet', host: 'node-1' },
  firstTimestamp: '2023-01-30T11:50:00Z',
  lastTimestamp: '2023-01-30T11:55:00Z',
  count: 9,
  type: 'Warning',
};

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart-64469b5b48-5rjvb', namespace: 'shop', creationTimestamp: '2023-01-30T11:00:00Z' },
  spec: { nodeName: 'node-1', containers: [{ name: 'server', image: 'cart:1.2' }] },
  status: {
    conditions: [
      {
        type: 'Ready',
        status: 'False',
        reason: 'ContainersNotReady',
        lastTransitionTime: '2023-01-30T11:49:58Z',
      },
    ],
    containerStatuses: [
      {
        name: 'server',
        restartCount: 3,
        state: { running: { startedAt: '2023-01-30T11:51:00Z' } },
        lastState: {
          terminated: {
            exitCode: 137,
            reason: 'OOMKilled',
            startedAt: '2023-01-30T11:00:02Z',
            finishedAt: '2023-01-30T11:49:57Z',
          },
        },
      },
    ],
  },
};

const at = (time: string) => Date.parse(time) * 1000;

describe('events', () => {
  test('a list gives the first and the last sighting, with the reason as name', async () => {
    const { reader, records } = await readAll(
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [EVENT] }, null, 2),
    );
    expect(reader).toBe('kubernetes-json');
    expect(records.map(record => [record.at, record.attributes?.count])).toEqual([
      [at('2023-01-30T11:50:00Z'), undefined],
      [at('2023-01-30T11:55:00Z'), 9],
    ]);
    expect(records[1]).toMatchObject({
      kind: 'event',
      name: 'BackOff',
      level: 'warn',
      service: 'cart',
      host: 'node-1',
      attributes: {
        pod: 'cart-64469b5b48-5rjvb',
        namespace: 'shop',
        container: 'server',
        reporter: 'kubelet',
      },
    });
  });

  test('entries of a typed list are what the list says', async () => {
    const { kind: _, apiVersion: __, ...bare } = EVENT;
    const { records } = await readAll(JSON.stringify({ apiVersion: 'v1', kind: 'EventList', items: [bare] }));
    expect(records[0]?.name).toBe('BackOff');
  });

  test('one a line, also as watch notices', async () => {
    const text = [EVENT, { type: 'MODIFIED', object: EVENT }].map(entry => JSON.stringify(entry)).join('\n');
    const { reader, records } = await readAll(text);
    expect([reader, records.length]).toEqual(['kubernetes-json-lines', 4]);
  });

  test('as the table that kubectl prints', async () => {
    const { reader, records } = await readAll(
      [
        'LAST SEEN   TYPE      REASON      OBJECT                      MESSAGE',
        '3m12s       Warning   BackOff     pod/cart-64469b5b48-5rjvb   Back-off restarting failed container',
        '10m         Normal    Scheduled   pod/cart-64469b5b48-5rjvb   Successfully assigned shop/cart to node-1',
      ].join('\n'),
    );
    expect(reader).toBe('kubernetes-event-table');
    expect(records).toMatchObject([
      { at: undefined, atRaw: '3m12s', name: 'BackOff', level: 'warn', service: 'cart' },
      { name: 'Scheduled', level: 'info' },
    ]);
  });
});

describe('objects', () => {
  test.each([
    ['JSON', JSON.stringify(POD)],
    ['YAML', stringify(POD)],
    ['YAML of several documents', `---\n${stringify(POD)}---\n`],
    ['YAML list', stringify({ apiVersion: 'v1', kind: 'List', items: [POD] })],
  ])('a pod as %s gives the snapshot and what happened to it', async (_, text) => {
    const { records, unread } = await readAll(text);
    expect(unread).toEqual([]);
    expect(records.map(record => [record.kind, record.name, record.at])).toEqual([
      ['object', 'Pod/cart-64469b5b48-5rjvb', undefined],
      ['event', 'Pod created', at('2023-01-30T11:00:00Z')],
      ['event', 'ContainersNotReady', at('2023-01-30T11:49:58Z')],
      ['event', 'OOMKilled', at('2023-01-30T11:49:57Z')],
      ['event', 'Started', at('2023-01-30T11:00:02Z')],
      ['event', 'Started', at('2023-01-30T11:51:00Z')],
    ]);
    expect(records[3]).toMatchObject({ level: 'error', service: 'cart', host: 'node-1' });
  });

  test('a deployment tells of its roll-out and of who edited it', async () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'cart',
        creationTimestamp: '2022-01-01T00:00:00Z',
        managedFields: [
          { manager: 'kubectl-edit', operation: 'Update', time: '2023-01-30T11:40:00Z' },
          { manager: 'kube-controller-manager', subresource: 'status', time: '2023-01-30T11:41:00Z' },
        ],
      },
      status: {
        conditions: [
          {
            type: 'Progressing',
            status: 'True',
            reason: 'NewReplicaSetAvailable',
            message: 'ReplicaSet "cart-64469b5b48" has successfully progressed.',
            lastUpdateTime: '2023-01-30T11:41:00Z',
            lastTransitionTime: '2022-01-01T00:00:00Z',
          },
        ],
      },
    };
    const { records } = await readAll(JSON.stringify(deployment));
    expect(
      records.filter(record => record.kind === 'change').map(record => [record.name, record.at]),
    ).toEqual([
      ['Deployment changed by kubectl-edit', at('2023-01-30T11:40:00Z')],
      ['NewReplicaSetAvailable', at('2023-01-30T11:41:00Z')],
    ]);
  });
});

test('the audit log tells changes by people from the chatter of the cluster', async () => {
  const entry = (user: string, verb: string, resource: string) => ({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    stage: 'ResponseComplete',
    requestURI: `/apis/apps/v1/namespaces/shop/${resource}/cart`,
    verb,
    user: { username: user },
    objectRef: { resource, namespace: 'shop', name: 'cart' },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: '2023-01-30T11:40:00.123456Z',
    stageTimestamp: '2023-01-30T11:40:00.223456Z',
  });
  const text = [entry('alice', 'patch', 'deployments'), entry('system:node:n1', 'update', 'leases')]
    .map(line => JSON.stringify(line))
    .join('\n');
  const { records } = await readAll(text);
  expect(records.map(record => [record.kind, record.name, record.service])).toEqual([
    ['change', 'patch deployments/cart', 'cart'],
    ['event', 'update leases/cart', 'cart'],
  ]);
});

test('broken YAML is reported and the next document read', async () => {
  const { records, unread } = await readAll(
    `${stringify(POD)}---\napiVersion: v1\nkind: [\n---\n${stringify(POD)}`,
  );
  expect(records.length).toBe(12);
  expect(unread).toHaveLength(1);
});
