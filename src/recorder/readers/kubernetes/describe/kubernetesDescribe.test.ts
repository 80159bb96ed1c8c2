import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../../test/harness/readAll.ts';

const POD = `Name:             cart-64469b5b48-5rjvb
Namespace:        shop
Priority:         0
Service Account:  default
Node:             node-1/10.0.0.3
Start Time:       Mon, 30 Jan 2023 12:00:00 +0100
Labels:           app=cart
                  pod-template-hash=64469b5b48
Annotations:      cni.example.org/podIP: 10.1.0.12/32
                  prometheus.io/scrape: true
Status:           Running
IP:               10.1.0.12
IPs:
  IP:           10.1.0.12
Controlled By:  ReplicaSet/cart-64469b5b48
Init Containers:
  migrate:
    Image:          cart-migrate:1.2
    State:          Terminated
      Reason:       Completed
      Exit Code:    0
      Started:      Mon, 30 Jan 2023 12:00:01 +0100
      Finished:     Mon, 30 Jan 2023 12:00:02 +0100
    Ready:          True
    Restart Count:  0
Containers:
  server:
    Container ID:   containerd://6ad3
    Image:          cart:1.2
    Port:           8080/TCP
    Command:
      /bin/sh
      -c
      exec server --listen :8080
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Exit Code:    137
      Started:      Mon, 30 Jan 2023 12:00:02 +0100
      Finished:     Mon, 30 Jan 2023 12:49:57 +0100
    Ready:          False
    Restart Count:  3
    Limits:
      memory:  50Mi
    Environment:
      DSN:  postgres://db:5432/cart
  proxy:
    Image:          proxy:9
    State:          Running
      Started:      Mon, 30 Jan 2023 12:00:03 +0100
    Ready:          True
    Restart Count:  0
Conditions:
  Type              Status
  Initialized       True 
  Ready             False 
  ContainersReady   False 
Volumes:
  kube-api-access-x:
    Type:                    Projected (a volume that contains injected data from multiple sources)
QoS Class:                   Burstable
Node-Selectors:              <none>
Tolerations:                 node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
Events:
  Type     Reason     Age                 From               Message
  ----     ------     ----                ----               -------
  Normal   Scheduled  50m                 default-scheduler  Successfully assigned shop/cart-64469b5b48-5rjvb to node-1
  Normal   Pulled     4m (x4 over 50m)    kubelet            Container image "cart:1.2" already present on machine
  Warning  BackOff    12s (x18 over 10m)  kubelet            Back-off restarting failed container: see logs
`;

const NODE = `Name:               node-1
Roles:              control-plane,worker
Labels:             kubernetes.io/hostname=node-1
                    kubernetes.io/os=linux
Annotations:        node.alpha.kubernetes.io/ttl: 0
CreationTimestamp:  Sun, 01 Jan 2023 00:00:00 +0000
Taints:             node.kubernetes.io/memory-pressure:NoSchedule
Unschedulable:      false
Lease:
  HolderIdentity:  node-1
  AcquireTime:     <unset>
  RenewTime:       Mon, 30 Jan 2023 11:51:00 +0000
Conditions:
  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                         Message
  ----             ------  -----------------                 ------------------                ------                         -------
  MemoryPressure   True    Mon, 30 Jan 2023 11:50:00 +0000   Mon, 30 Jan 2023 11:48:00 +0000   KubeletHasInsufficientMemory   kubelet has insufficient memory available
  Ready            True    Mon, 30 Jan 2023 11:50:00 +0000   Sun, 01 Jan 2023 00:00:10 +0000   KubeletReady                   kubelet is posting ready status
Addresses:
  InternalIP:  10.0.0.3
Capacity:
  cpu:     4
Allocatable:
  cpu:     4
Events:              <none>
`;

const DEPLOYMENT = `Name:                   cart
Namespace:              shop
CreationTimestamp:      Mon, 30 Jan 2023 09:26:49 +0000
Labels:                 app=cart
Annotations:            deployment.kubernetes.io/revision: 7
Selector:               app=cart
Replicas:               3 desired | 3 updated | 3 total | 3 available | 0 unavailable
StrategyType:           RollingUpdate
Pod Template:
  Labels:  app=cart
  Containers:
   server:
    Image:        cart:1.2
    Port:         <none>
  Volumes:        <none>
Conditions:
  Type           Status  Reason
  ----           ------  ------
  Available      True    MinimumReplicasAvailable
  Progressing    True    NewReplicaSetAvailable
NewReplicaSet:   cart-64469b5b48 (3/3 replicas created)
Events:
  Type    Reason             Age   From                   Message
  ----    ------             ----  ----                   -------
  Normal  ScalingReplicaSet  4m7s  deployment-controller  Scaled up replica set cart-64469b5b48 from 0 to 3
`;

const at = (time: string) => Date.parse(time) * 1000;

test('a pod tells how its containers fared, and its events with their ages', async () => {
  const { reader, records, unread } = await readAll(POD, { size: 100 });
  expect([reader, unread]).toEqual(['kubernetes-describe', []]);
  expect(records.map(({ kind, name, at, atRaw }) => [kind, name, at ?? atRaw])).toEqual([
    ['object', 'Pod/cart-64469b5b48-5rjvb', ''],
    ['event', 'Pod started', at('2023-01-30T11:00:00Z')],
    ['event', 'OOMKilled', at('2023-01-30T11:49:57Z')],
    ['event', 'Started', at('2023-01-30T11:00:02Z')],
    ['event', 'Started', at('2023-01-30T11:00:03Z')],
    ['event', 'Completed', at('2023-01-30T11:00:02Z')],
    ['event', 'Started', at('2023-01-30T11:00:01Z')],
    ['event', 'Scheduled', '50m'],
    ['event', 'Pulled', '4m (x4 over 50m)'],
    ['event', 'BackOff', '12s (x18 over 10m)'],
  ]);
  expect(records[0]).toMatchObject({
    service: 'cart',
    host: 'node-1',
    body: POD.trim(),
    attributes: { namespace: 'shop', images: 'cart:1.2 proxy:9' },
  });
  expect(records[2]).toMatchObject({
    level: 'error',
    attributes: { container: 'server', exitCode: 137, restarts: 3 },
  });
  expect(records[9]).toMatchObject({
    level: 'warn',
    service: 'cart',
    body: 'Back-off restarting failed container: see logs',
    attributes: { count: 18, reporter: 'kubelet', pod: 'cart-64469b5b48-5rjvb' },
  });
});

test('a node tells since when it is under pressure', async () => {
  const { records } = await readAll(NODE);
  expect(records.map(({ name, at, level }) => [name, at, level])).toEqual([
    ['Node/node-1', undefined, undefined],
    ['Node created', at('2023-01-01T00:00:00Z'), 'info'],
    ['KubeletHasInsufficientMemory', at('2023-01-30T11:48:00Z'), 'warn'],
    ['KubeletReady', at('2023-01-01T00:00:10Z'), 'info'],
  ]);
  expect(records[2]?.host).toBe('node-1');
});

test('a deployment tells its images and how it was scaled', async () => {
  const { records } = await readAll(DEPLOYMENT);
  expect(records[0]).toMatchObject({ name: 'Deployment/cart', attributes: { images: 'cart:1.2' } });
  expect(records.at(-1)).toMatchObject({ name: 'ScalingReplicaSet', atRaw: '4m7s', service: 'cart' });
});

describe('several descriptions', () => {
  test('copied from a terminal, each begin where they stand', async () => {
    const text = `$ kubectl describe pod,node,deploy\n${[POD, NODE, DEPLOYMENT].join('\n\n')}`;
    const { records, unread } = await readAll(text);
    expect(records.filter(({ kind }) => kind === 'object').map(({ name, line }) => [name, line])).toEqual([
      ['Pod/cart-64469b5b48-5rjvb', 2],
      ['Node/node-1', POD.split('\n').length + 3],
      ['Deployment/cart', `${POD}${NODE}`.split('\n').length + 5],
    ]);
    expect(unread).toMatchObject([{ line: 1, text: '$ kubectl describe pod,node,deploy' }]);
  });

  test('say the same in lines that end as on Windows, and cut anywhere', async () => {
    const whole = await readAll(POD);
    expect((await readAll(POD.replaceAll('\n', '\r\n'), { size: 7 })).records).toEqual(whole.records);
    for (let end = 400; end < POD.length; end += 97) {
      const { reader, records } = await readAll(POD.slice(0, end));
      if (reader === 'kubernetes-describe') expect(records[0]?.body).toBe(POD.slice(0, end).trim());
    }
  });
});

test('text that only begins like one is none', async () => {
  const { reader } = await readAll('Name: Ada\nRole: commander\n\nNotes:\n  we restarted the pods\n');
  expect(reader).not.toBe('kubernetes-describe');
});
