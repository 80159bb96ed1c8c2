import { expect, test } from 'vitest';
import { followName, idFromName } from './followName.ts';

test('an id follows from the name, in letters that addresses take', () => {
  expect(idFromName('What went well?')).toBe('what-went-well');
  expect(idFromName('  Übersicht – café ')).toBe('ubersicht-cafe');
  expect(idFromName('何が起きたか')).toBe('');
  expect(idFromName(`${'x'.repeat(39)} y`)).toBe('x'.repeat(39));
});

test('the id of something new follows its name until somebody gives it one of its own', () => {
  const follow = followName('title');
  expect(follow({ title: 'Kafka', id: '' }, { title: '', id: '' })).toEqual({ title: 'Kafka', id: 'kafka' });
  expect(follow({ title: 'Kafka 2', id: 'kafka' }, { title: 'Kafka', id: 'kafka' }).id).toBe('kafka-2');
  expect(follow({ title: 'Kafka 2', id: 'queue' }, { title: 'Kafka', id: 'queue' }).id).toBe('queue');
  expect(follow({ title: 'Kafka', id: 'queue' }, { title: 'Kafka', id: 'kafka' }).id).toBe('queue');
});
