import { isIP } from 'node:net';
import { z } from 'zod';

/**
 * Which proxies say whose a request is: none; so many of them, counted from us; or those at these addresses. Never all that
 * the header holds: its beginning is whatever the client wrote.
 */
export type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);

const MOST = 10;

const nearest =
  (count: number): TrustedProxies =>
  (_address, hop) =>
    hop < count;

const isAddress = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
};

/** `true` (one proxy), `false`, `2`, `10.0.0.0/8, 192.168.1.1`. */
export const trustedProxies = z.string().transform((text, context): TrustedProxies => {
  if (text === 'false') return false;
  if (text === 'true') return nearest(1);
  if (/^\d{1,2}$/.test(text) && Number(text) <= MOST) return nearest(Number(text));
  const addresses = text.split(',').map(part => part.trim());
  if (addresses.every(isAddress)) return addresses;
  context.addIssue({
    code: 'custom',
    message: `must be true, false, a number of proxies up to ${MOST}, or their addresses like 10.0.0.0/8`,
  });
  return z.NEVER;
});
