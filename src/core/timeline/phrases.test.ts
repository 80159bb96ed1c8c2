import { expect, test } from 'vitest';
import { readMessage } from './phrases.ts';

const said: [string, string | undefined][] = [
  ['rolled back checkout to 4.17.2', 'mitigate'],
  ['rolling back now', 'mitigate'],
  ['reverted the flag, watching', 'mitigate'],
  ['scaled to 12 replicas', 'mitigate'],
  ['rotated the database credentials again', 'mitigate'],
  ['hotfix is live', 'mitigate'],
  ['all good now, closing', 'restore'],
  ['Error rate is back down', 'restore'],
  ['service recovered at 14:12', 'restore'],
  ['not fixed yet', 'update'],
  ['still not resolved, looks worse', 'update'],
  ['is it fixed?', 'update'],
  ['should we roll back?', 'update'],
  ["let's roll back", 'update'],
  ['restarted the pods but it did not help', 'update'],
  ["it isn't recovered", 'update'],
  ['declaring an incident, SEV2', 'declare'],
  ['looking into it', 'acknowledge'],
  ['on it', 'acknowledge'],
  ['customers report that they cannot log in', 'report'],
  ['anyone else seeing 502s?', 'report'],
  ['checkout is down', 'report'],
  ['found the culprit: the pool is exhausted', 'finding'],
  ['lunch?', undefined],
  ['morning all', undefined],
];

test.each(said)('"%s" is read as %s', (text, phase) => {
  expect(readMessage(text)?.phase).toBe(phase);
});
