import { expect, test } from 'vitest';
import { originOfLabels } from './originOfLabels.ts';

test.each([
  [{ service: 'cart', pod: 'x-0' }, 'cart', undefined],
  [{ job: 'kubelet', pod: 'cart-64469b5b48-5rjvb', node: 'n1' }, 'cart', 'n1'],
  [{ service: 'prom-kubelet', deployment: 'front' }, 'front', undefined],
  [{ job: 'node-exporter', instance: '10.0.0.1:9100' }, undefined, '10.0.0.1'],
  [{ pod: 'node-exporter-x7k2p', job: 'node-exporter', instance: 'n1:9100' }, undefined, 'n1'],
  [{ job: 'api' }, 'api', undefined],
  [{}, undefined, undefined],
])('%j', (labels, service, host) => {
  expect(originOfLabels(labels)).toMatchObject({ service, host });
});
