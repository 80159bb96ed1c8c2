import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** What pages of ours never ask for; also not when a script got into one. */
const NEVER_USED = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** Of what is no page: opened in a tab of its own it may load nothing, run nothing, and be framed by nobody. */
const NO_PAGE = {
  'default-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  sandbox: [],
};

/** Headers that keep a browser from harm, as helmet sets them; made once, because they depend on nothing of a request. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  ...readHelmet(),
  'permissions-policy': NEVER_USED.map(feature => `${feature}=()`).join(', '),
};

function readHelmet(): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: NO_PAGE },
    strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true },
  });
  protect({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
