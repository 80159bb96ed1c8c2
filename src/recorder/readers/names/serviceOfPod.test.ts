import { expect, test } from 'vitest';
import { serviceOfPod } from './serviceOfPod.ts';

test.each([
  ['ts-travel-service-64469b5b48-5rjvb', 'ts-travel-service'],
  ['ts-order-service-5b67c48447-fj8b7', 'ts-order-service'],
  ['ts-station-food-service-dc4d75dd-k65k2', 'ts-station-food-service'],
  ['checkout-1634812345-x0ab1', 'checkout'],
  ['report-28374650-bcdfg', 'report'],
  ['postgres-0', 'postgres'],
  ['kafka-broker-12', 'kafka-broker'],
  ['node-exporter-x7k2p', 'node-exporter'],
  ['frontend-https', 'frontend-https'],
  ['api', 'api'],
  ['payment-service', 'payment-service'],
  ['-0', '-0'],
])('the service of pod %s is %s', (pod, service) => {
  expect(serviceOfPod(pod)).toBe(service);
});
