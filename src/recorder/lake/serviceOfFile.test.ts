import { expect, test } from 'vitest';
import { serviceOfFile } from './serviceOfFile.ts';

const named: [string, string][] = [
  ['app/checkout.log', 'checkout'],
  ['checkout-access.log', 'checkout'],
  ['nginx/access.log', 'nginx'],
  ['billing/app.log', 'billing'],
  ['db-1/postgresql.log', 'db-1'],
  ['var/log/payments/error.log', 'payments'],
  ['var/log/syslog', ''],
  ['logs/#_#_log.csv', ''],
  ['app.log', ''],
  ['', ''],
];

test.each(named)('%s is written by "%s"', (source, service) => {
  expect(serviceOfFile(source)).toBe(service);
});
