import { entropyOf } from '../entropy.ts';
import type { RedactionRule } from '../rule.ts';
import { BASE64 } from './build.ts';
import { drawSample } from './drawSample.ts';

const label = ['PRIVATE', 'KEY'].join(' ');
const body = drawSample(BASE64, 64);

/**
 * Private keys as blocks of text. A block within one text goes whole. Where lines come one by one, the lines of a body
 * go on their own: 64 or 76 characters of base64 and nothing else, and the shorter last one where it is padded.
 */
export const KEY_BLOCK_RULES: readonly RedactionRule[] = [
  {
    id: 'private-key-block',
    kind: 'private-key',
    keywords: ['private key'],
    at: 'word',
    reach: 20_000,
    find: findBlocks,
    hits: [
      `-----BEGIN RSA ${label}-----\n${body}\n-----END RSA ${label}-----`,
      `"-----BEGIN ${label}-----\\n${body}\\n-----END ${label}-----\\n"`,
    ],
    misses: ['-----BEGIN PUBLIC KEY-----', 'reading the private key failed'],
  },
  {
    id: 'private-key-line',
    kind: 'private-key',
    keywords: ['-----begin ', '-----end '],
    trigger: 'long-token',
    pattern:
      /^(?:[^\n›]{0,80}?[\s|])?(?<secret>(?:[A-Za-z0-9+/]{4}){15,19}(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2,3}={1,2})|^(?:[A-Za-z0-9+/]{4}){8,14}[A-Za-z0-9+/]{2,3}={1,2})\\?$/dgm,
    accept: (secret, match) => isKeyLine(secret) && !isInPublicBlock(match.input, match.index),
    hits: [body, `${drawSample(BASE64, 51)}=`],
    misses: [`sha256 ${drawSample('a-f0-9', 64)}`, drawSample('a-z', 64)],
  },
  {
    id: 'putty-private-key',
    kind: 'private-key',
    keywords: ['private-lines:', 'private-mac:'],
    reach: 8000,
    pattern:
      /Private-(?:Lines: \d{1,4}\r?\n(?<secret>(?:[A-Za-z0-9+/=]{1,76}\r?\n?){1,100})|MAC: (?<mac>[a-f0-9]{40,64}))/dg,
    hits: [`Private-Lines: 1\n${body}\n`, `Private-MAC: ${drawSample('a-f0-9', 40)}`],
    misses: ['Private-Lines: none'],
  },
  {
    id: 'jwk-private-part',
    kind: 'private-key',
    keywords: ['"kty"'],
    reach: 4000,
    pattern: /"(?:d|p|q|dp|dq|qi|k)"\s{0,3}:\s{0,3}"(?<secret>[\w-]{22,1400})"/dg,
    hits: [`{"kty":"EC","crv":"P-256","d":"${drawSample('A-Za-z0-9', 43)}"}`],
    misses: ['{"kty":"EC","x":"abc"}'],
  },
  {
    id: 'kubeconfig-key',
    kind: 'private-key',
    keywords: ['client-key-data', 'tls.key', 'ssh-privatekey'],
    at: 'assigned',
    pattern: /^[A-Za-z0-9+/=]{40,8192}$/,
    hits: [`client-key-data: ${drawSample(BASE64, 80)}`],
    misses: ['tls.key: /etc/tls/tls.key'],
  },
];

const BEGIN = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y;
const MAX_BLOCK = 16_384;
/** A body that is cut before its end: as many characters as may be base64, line ends or their escapes, or headers. */
const REST = /(?:[A-Za-z0-9+/=\s\\]|[\w-]{1,24}: [^\n\\]{1,80}){1,2000}/y;

/** From each BEGIN to its END, or over what still looks like a body. A lone BEGIN line gives nothing away and stays. */
function findBlocks(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let end = 0;
  for (const begin of text.matchAll(BEGIN)) {
    const bodyStart = begin.index + begin[0].length;
    if (begin.index < (spans.at(-1)?.[1] ?? 0)) continue;
    if (end >= 0 && end < bodyStart) end = text.indexOf('-----END ', bodyStart);
    END.lastIndex = end;
    const frameEnd = end >= 0 && end - bodyStart <= MAX_BLOCK && END.test(text) ? END.lastIndex : undefined;
    REST.lastIndex = bodyStart;
    const bodyEnd = frameEnd === undefined ? bodyStart + (REST.exec(text)?.[0].trimEnd().length ?? 0) : end;
    if (!/[A-Za-z0-9+/]{16}/.test(text.slice(bodyStart, bodyEnd))) continue;
    spans.push([frameEnd === undefined ? bodyStart : begin.index, frameEnd ?? bodyEnd]);
  }
  return spans;
}

function isKeyLine(line: string): boolean {
  return (
    /[a-z]/.test(line) &&
    /[A-Z]/.test(line) &&
    /\d/.test(line) &&
    entropyOf(line) > (line.length < 60 ? 4 : 4.4)
  );
}

/** Certificates and public keys look the same line by line; where their frame is in sight they stay. */
function isInPublicBlock(text: string, at: number): boolean {
  const begin = text.lastIndexOf('-----BEGIN ', at);
  return (
    begin >= 0 &&
    !/^-----BEGIN [A-Z0-9 ]{0,40}PRIVATE/.test(text.slice(begin, begin + 64)) &&
    !text.slice(begin, at).includes('-----END ')
  );
}
