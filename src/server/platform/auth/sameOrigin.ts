import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of ours sent a request: what browsers say of themselves, and pages of others cannot change. A request
 * that says nothing is no browser's, or an old one's, and counts as foreign.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  // The host that the browser asked for: a page elsewhere has another one, whatever name we are reached by.
  return origin === new URL(publicUrl).origin || new URL(origin).host === headers.host;
}
