import type { RedactionRule } from '../rule.ts';

/**
 * What makes a dotted quad a version, a section or an object id: a word for it, a product with a slash (`host/10.0.0.1`
 * is how Java writes an address), the tag of an image. Looks back from `lastIndex`.
 */
const versionBefore =
  /(?<=\b(?:v|ver|version|release|rev|revision|build|firmware|chapter|section|oid)[\s:=#"']{0,40}|\b(?:[a-z]{0,40}chrome|chromium|crios|[a-z]{0,40}safari|[a-z]{0,40}webkit|edg[ea]?|opr|opera|[a-z]{0,40}firefox|fxios|[a-z]{0,40}browser|electron|version|agent|sdk|client|okhttp|curl)\/|@|\/[\w.-]{1,40}:)/iy;

/** Loopback, unspecified and broadcast name no machine: they stay, and so do netmasks. */
const nameless = /^(?:127\.|0\.|255\.)/;

function isVersion(text: string, index: number): boolean {
  versionBefore.lastIndex = index;
  return versionBefore.test(text);
}

/** Eight groups, or fewer with one `::`; an IPv4 tail counts as two. Loopback and unspecified are not addresses of anyone. */
function isIpv6(text: string): boolean {
  const bare = text.toLowerCase();
  const halves = bare.split('::');
  if (halves.length > 2 || bare.includes(':::')) return false;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const size = groups.length + (bare.includes('.') ? 1 : 0);
  const isComplete = halves.length === 2 ? size <= 7 && size >= 1 : size === 8;
  return isComplete && groups.every(group => group !== '') && !/^(?:0*:)*:?0*[01]?$/.test(bare);
}

/**
 * `a::b`, `std::dec`, `12::34` read as addresses too; so an address shorter than eight groups must start in a range
 * that is handed out (global, unique local, link local, multicast, mapped), or hold four groups.
 */
function isLikelyIpv6(text: string): boolean {
  if (!isIpv6(text)) return false;
  return (
    /^(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]|ff0[0-9a-f]|64):|^::ffff:/i.test(text) ||
    text.split(':').length >= 6
  );
}

/** What follows a version, never an address. */
const releaseTag = '-(?:alpha|beta|rc|snapshot|alpine|debian|ubuntu|slim|jre|jdk|release|ga|final|ce|ee)';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

export const NETWORK_RULES: readonly RedactionRule[] = [
  {
    id: 'ipv4',
    kind: 'ip',
    keywords: [],
    trigger: 'dotted-quad',
    pattern: new RegExp(
      `(?<![\\d.]|\\d[.-]|[A-Za-z]\\.)${octet}(?:\\.${octet}){3}(?!\\d|\\.\\d|${releaseTag})`,
      'dg',
    ),
    accept: (secret, match) => !nameless.test(secret) && !isVersion(match.input, match.index),
    hits: [
      'from 10.250.19.102:54106',
      'rhost=218.188.2.4 user',
      '/10.251.42.84',
      'blocked|86.121.97.248|',
      '192.168.0.0/16',
      'ip-10.0.0.3.',
      'node-7/10.0.0.5:9000',
      'agent 10.0.0.7',
    ],
    misses: [
      'listen 127.0.0.1:80',
      '0.0.0.0',
      'version 1.2.3.4',
      'Chrome/99.0.48.44',
      'v1.2.3.4',
      'pkg@1.2.3.4',
      'registry/shop/cart:1.24.0.3',
      '1.2.3.4.5',
      '300.1.1.1',
    ],
  },
  {
    id: 'ipv6',
    kind: 'ip',
    keywords: [],
    trigger: 'colons',
    pattern:
      /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})(?:%[a-z0-9]{1,15})?(?![\w:]|\.\d)/dgi,
    accept: secret => isLikelyIpv6(secret.replace(/%.*/, '')),
    hits: [
      'from 2001:db8::8a2e:370:7334 port',
      '[fe80::1%eth0]:8080',
      '::ffff:10.1.2.3',
      '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    ],
    misses: [
      '12:34:56',
      '::1',
      'std::dec',
      'a::b',
      '[::]:80',
      'add::bad',
      '10:11:12:13',
      '::',
      'at 12:34:56:789',
    ],
  },
  {
    id: 'mac-address',
    kind: 'mac',
    keywords: [],
    trigger: 'colons',
    pattern: /(?<![\w:-])[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?![\w:-])/dgi,
    accept: secret => /[a-f]/i.test(secret) || !/^(?:[0-5]\d:){5}[0-5]\d$/.test(secret),
    hits: ['hwaddr 00:1a:2b:3c:4d:5e up'],
    misses: ['00:1a:2b:3c:4d', 'sha 00:1a:2b:3c:4d:5e:6f', '12:01:02:03:04:05'],
  },
  {
    id: 'mac-address-written-otherwise',
    kind: 'mac',
    keywords: ['mac', 'hwaddr', 'ether', 'bssid', 'wlan', 'eth'],
    at: 'word',
    pattern:
      /(?<![\w:-])(?:[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\w:-])/dgi,
    hits: ['MAC 00-1A-2B-3C-4D-5E', 'ether 001a.2b3c.4d5e'],
    misses: ['MAC 00-1A-2B-3C-4D', 'ether 1234.5678'],
  },
];
