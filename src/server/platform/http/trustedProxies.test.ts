import fastify from 'fastify';
import { expect, test } from 'vitest';
import { trustedProxies } from './trustedProxies.ts';

/** Whose a request seems to be that came from 10.0.0.1 with a header. */
async function seenAs(setting: string, forwarded: string): Promise<string> {
  const app = fastify({ trustProxy: trustedProxies.parse(setting) });
  app.get('/', ({ ip }) => ip);
  const { body } = await app.inject({
    url: '/',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': forwarded },
  });
  await app.close();
  return body;
}

test.each([
  ['false', '203.0.113.9', '10.0.0.1'],
  ['true', '203.0.113.9', '203.0.113.9'],
  ['true', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['2', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['10.0.0.0/8', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['192.168.0.0/16', '203.0.113.9', '10.0.0.1'],
])(
  'trusting %s, a request with %s is %s’s: nobody makes up an address before it',
  async (...[setting, forwarded, ip]) => {
    expect(await seenAs(setting, forwarded)).toBe(ip);
  },
);

test.each(['yes', '-1', '11', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', '*', '10.0.0.1,'])(
  '%s names no proxy',
  text => {
    expect(trustedProxies.safeParse(text).success).toBe(false);
  },
);
