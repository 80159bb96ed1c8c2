import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

test('what is asked for in one turn is read at once, each key once', async () => {
  const read: string[][] = [];
  const find = gather(async (keys: readonly string[]) => {
    read.push([...keys]);
    return new Map(keys.filter(key => key !== 'absent').map(key => [key, key.toUpperCase()]));
  });
  expect(await Promise.all([find('a'), find('b'), find('a'), find('absent')])).toEqual([
    'A',
    'B',
    'A',
    undefined,
  ]);
  expect(read).toEqual([['a', 'b', 'absent']]);
});

test('nobody is told what was read before they asked', async () => {
  let now = 'old';
  const gate = Promise.withResolvers<void>();
  const find = gather(async (keys: readonly string[]) => {
    const seen = now;
    await gate.promise;
    return new Map(keys.map(key => [key, seen]));
  });
  const first = find('a');
  await turn();
  await turn();
  now = 'new';
  const second = find('a');
  gate.resolve();
  expect([await first, await second]).toEqual(['old', 'new']);
});

test('a failure reaches all who asked, and not those who ask later', async () => {
  let isDown = true;
  const find = gather(async (keys: readonly string[]) => {
    if (isDown) throw new Error('down');
    return new Map(keys.map(key => [key, key]));
  });
  const asked = await Promise.allSettled([find('a'), find('b')]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  expect(await find('a')).toBe('a');
});

test('who asks while a look-up is under way shares the next one', async () => {
  const read: string[][] = [];
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const find = gather(async (keys: readonly string[]) => {
    read.push([...keys]);
    await gates[read.length - 1]!.promise;
    return new Map(keys.map(key => [key, key]));
  });
  const first = find('a');
  await turn();
  await turn();
  const second = find('b');
  await turn();
  await turn();
  const third = find('c');
  for (const gate of gates) gate.resolve();
  expect(await Promise.all([first, second, third])).toEqual(['a', 'b', 'c']);
  expect(read).toEqual([['a'], ['b', 'c']]);
});

test('a look-up that hangs does not hold up those behind it', async () => {
  let isFirst = true;
  const find = gather(async (keys: readonly string[]) => {
    const hangs = isFirst;
    isFirst = false;
    if (hangs) await new Promise(() => undefined);
    return new Map(keys.map(key => [key, key]));
  });
  void find('a');
  await turn();
  expect(await find('b')).toBe('b');
});
