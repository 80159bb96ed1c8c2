import { createHmac } from 'node:crypto';
import { isSame } from './isSame.ts';

/** Whether cookies may go over https only. */
export const hasTls = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/**
 * Before the names of all our cookies. Browsers take one with `__Host-` over https only, and from this host only: no
 * other host of the domain can set it.
 */
export const cookiePrefix = (publicUrl: string): string =>
  hasTls(publicUrl) ? '__Host-afterword' : 'afterword';

/** Name of the cookie that holds a session. */
export const sessionCookie = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.session_token`;

const SESSION = /(?:^|; ?)(?:__Host-)?afterword\.session_token=/;

/** Whether a `Cookie` header holds a session, good or ended. */
export const holdsSession = (header: string | undefined): boolean =>
  header !== undefined && SESSION.test(header);

/** Value of one cookie of a `Cookie` header, as it was before encoding. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const found = header
    ?.split(';')
    .map(pair => pair.trim())
    .find(pair => pair.startsWith(`${name}=`));
  try {
    return found && decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

/**
 * The text that a cookie's signature proves to be ours. A signed cookie is `text.signature`: HMAC-SHA256 under the
 * secret, in base64; it is better-auth that writes it.
 */
export function openSigned(value: string, secret: string): string | undefined {
  const dot = value.lastIndexOf('.');
  const text = value.slice(0, dot);
  const right = createHmac('sha256', secret).update(text).digest('base64');
  return dot > 0 && isSame(value.slice(dot + 1), right) ? text : undefined;
}
