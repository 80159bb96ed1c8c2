import { expect, it } from 'vitest';
import { mayBeginName } from './mayBeginName.ts';

const beginsIn = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return bytes.some((_, at) => mayBeginName(bytes, at, 0, bytes.length));
};

it.each(['Jonas left', 'ask McDowell', 'by "Gelencsér"', '@Mette', '{"by":"Siiri"}'])(
  '%s may hold a name',
  text => expect(beginsIn(text)).toBe(true),
);

it.each([
  'Server Error: Connection Closed',
  'Jan 12 Mon INFO ERROR',
  'BlockManager PacketResponder',
  'org.Example Foo_bar Foo( Foo.bar Foo::bar Foo9',
  'Kafka Redis Postgres',
  'no capital at all',
])('%s holds none', text => expect(beginsIn(text)).toBe(false));
