import { decodeBase64 } from '../encodings/base64.ts';
import { entropyOf } from '../entropy.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isPlausibleSecret } from '../plausible.ts';
import type { RedactionRule } from '../rule.ts';
import { ALNUM } from './build.ts';
import { drawSample } from './drawSample.ts';

const jwt = `eyJ${drawSample(ALNUM, 20)}.eyJ${drawSample(ALNUM, 30)}.${drawSample(ALNUM, 43)}`;

/** A part of a URL or a command that names a password only by its place. */
function isPassword(secret: string): boolean {
  return (
    secret.length >= 3 &&
    !isPlaceholder(secret) &&
    !/^(?:user|password|pass|pwd|secret|test|token)$/i.test(secret)
  );
}

/** Credentials in headers, addresses and commands. */
export const CREDENTIAL_RULES: readonly RedactionRule[] = [
  {
    id: 'jwt',
    kind: 'jwt',
    keywords: ['eyj'],
    at: 'start',
    run: 24,
    pattern:
      /eyJ[\w-]{8,4000}\.eyJ[\w-]{6,8000}\.[\w-]{0,2000}|ey[A-Za-z0-9]{15,4000}\.ey[\w/\\-]{15,8000}\.[\w/\\-]{8,2000}={0,2}/y,
    hits: [`Authorization: Bearer ${jwt}`],
    misses: ['eyJust.a.name', `eyJ${drawSample(ALNUM, 12)}`],
  },
  {
    id: 'jwt-in-base64',
    kind: 'jwt',
    keywords: ['zxlk'],
    at: 'start',
    run: 60,
    pattern: /ZXlK[\w+/-]{60,8000}={0,2}/y,
    accept: secret => entropyOf(secret) > 3.5,
    hits: [`token ${`ZXlK${'aGJHY2lPaU'}`}${drawSample(ALNUM, 80)}`],
    misses: [`ZXlK${drawSample(ALNUM, 20)}`],
  },
  {
    id: 'basic-credentials',
    kind: 'credential',
    keywords: ['basic '],
    at: 'start',
    pattern: /basic\s{1,3}(?<secret>[A-Za-z0-9+/]{8,4000}={0,2})(?![\w+/=(.])/diy,
    accept: secret => decodeBase64(secret)?.includes(':') === true || isPlausibleSecret('key', secret),
    hits: [`Authorization: Basic ${btoa('browser:')}`, `-H "authorization: basic ${btoa('app:Tr0ub4dor')}"`],
    misses: ['Basic authentication failed', 'Authorization: Basic ...', 'basic configuration'],
  },
  {
    id: 'bearer-token',
    kind: 'credential',
    keywords: ['bearer '],
    at: 'start',
    pattern: /bearer (?<secret>[\w.~+/-]{16,8000}={0,2})(?![\w(])/diy,
    accept: secret => isPlausibleSecret('secret', secret) && entropyOf(secret) > 3,
    hits: [`sent Bearer ${drawSample(ALNUM, 32)}`],
    misses: ['Bearer authentication-required'],
  },
  {
    id: 'curl-user',
    kind: 'password',
    keywords: ['curl', 'wget', 'http '],
    pattern:
      /\s(?:-u|--user|-U|--proxy-user)[\s=]{1,3}(?:(?<q>["'])(?<secret>(?:(?!\k<q>)[^\n]){0,200}?:[^\n]{0,200}?)\k<q>(?=[\s\\]|$))/dg,
    accept: isUserAndPassword,
    hits: ["curl -u 'elastic:pa55W0rd!' https://localhost"],
    misses: ["curl -u '$USER:$PASSWORD'", 'curl -u "username:password"', "curl -i -u 'test:test'"],
  },
  {
    id: 'curl-user-bare',
    kind: 'password',
    keywords: ['curl', 'wget', 'http '],
    pattern:
      /\s(?:-u|--user|-U|--proxy-user)[\s=]{1,3}(?<secret>(?:[^\s"'$<`]{1,100}|"[^"\n]{1,100}"):(?:"[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'<`]{1,200}))/dg,
    accept: isUserAndPassword,
    hits: ['curl -u elastic:P@ssw0rd$1 https://localhost:9200'],
    misses: ['curl -u username:token', 'curl --user neo4j:[PASSWORD] http://x'],
  },
  {
    id: 'url-password',
    kind: 'password',
    reach: 320,
    keywords: [],
    trigger: 'at-sign',
    pattern: /:\/\/[^\s/?#:@"'<>[\]{}]{0,64}:(?<secret>[^\s/?#@"'<>{}[\]]{1,200})@[\w.[-]/dg,
    accept: isPassword,
    hits: ['postgres://app:s3cr3t-9f@db.internal:5432/app', 'amqp://u:hunter2@mq'],
    misses: ['http://host:8080/@me', 'postgres://app:password@db', 'redis://:@cache'],
  },
  {
    id: 'dsn-password',
    kind: 'password',
    keywords: ['@tcp(', '@unix('],
    pattern: /(?<![\w.-])[\w.-]{1,64}:(?<secret>[^\s/@"'()]{1,200})@(?:tcp|unix)\(/dgi,
    accept: isPassword,
    hits: ['open app:s3cr3t-9f@tcp(db:3306)/app'],
    misses: ['user:password@tcp(db:3306)/app', 'listening@tcp(4)'],
  },
  {
    id: 'told-password',
    kind: 'password',
    keywords: [
      'password is',
      'password was',
      'passphrase is',
      'pw is',
      'pwd is',
      'token is',
      'secret is',
      'api key is',
    ],
    at: 'label',
    reach: 160,
    pattern:
      /(?:pass(?:word|phrase)|pwd?|token|secret|api key) (?:is|was)(?: now| still)?:? ["'`]?(?<secret>[^\s"'`<>()]{6,100}?)(?=[.,;:!?"'`)]{0,3}(?:\s|$))/diy,
    accept: secret => /\d/.test(secret) && /[A-Za-z]/.test(secret) && isPassword(secret),
    hits: ['the password is Tr0ub4dor&3.', 'password is now `corr3ct-horse`, tell no one'],
    misses: ['the password is wrong', 'token is expired', 'password was reset 12 times', 'password is 12'],
  },
  {
    id: 'command-password',
    kind: 'password',
    keywords: ['mysql', 'mysqldump', 'sshpass', 'mariadb', 'smbclient', 'docker login'],
    pattern:
      /(?:mysql(?:dump|admin)?|mariadb|sshpass)\b[^\n|;&]{0,120}?\s-p\s?["']?(?<secret>[^\s"']{4,100})|docker login\b[^\n|;&]{0,120}?\s-p\s["']?(?<docker>[^\s"']{4,100})/dg,
    accept: (_secret, match) => isPassword(match.groups!.secret ?? match.groups!.docker ?? ''),
    hits: ['mysql -u root -pS3cr3tPw app', "sshpass -p 'hunter2!' ssh host"],
    misses: ['mysql -u root -p app', 'mysql -p $PW'],
  },
  {
    id: 'cookie-header',
    kind: 'cookie',
    reach: 4200,
    keywords: ['cookie'],
    at: 'label',
    pattern:
      /cookie\\{0,4}["']?\s{0,3}[:=]\s{0,3}\[?\\{0,4}["']?(?<secret>[\w.-]{1,64}=[^\s"'\\][^"'\\\n]{3,4000})/diy,
    accept: secret => /[=][\w%.~+/:-]{8,}/.test(secret) && !isPlaceholder(secret.replace(/^[^=]*=/, '')),
    hits: ['Cookie: JSESSIONID=8F2A9C71D0E34B55', '"Set-Cookie": ["sid=s%3Aj8k2l1m0n9; Path=/"]'],
    misses: ['Cookie: none', 'cookie=on'],
  },
  {
    id: 'session-id',
    kind: 'session',
    keywords: [
      'jsessionid',
      'phpsessid',
      'sessionid',
      'session_id',
      'connect.sid',
      'sess_id',
      'asp.net_session',
    ],
    at: 'assigned',
    pattern: /^[\w%.~+/:=!*-]{16,512}$/,
    accept: secret =>
      entropyOf(secret) > 2.8 && /\d/.test(secret) && !/^0x/.test(secret) && !isPlaceholder(secret),
    hits: ['JSESSIONID=8F2A9C71D0E34B558F2A9C71'],
    misses: ['session_id=12', 'sessionid: 0x14ede63a5a70002'],
  },
  {
    id: 'connection-string',
    kind: 'password',
    reach: 240,
    keywords: ['accountkey=', 'sharedaccesskey=', 'sharedaccesssignature', 'password=', 'pwd='],
    pattern:
      /(?:AccountKey|SharedAccessKey|(?:^|[;"'\s])(?:Password|Pwd))\s?=\s?(?<secret>[^;"'\s]{4,200})(?=;|["'\s]|$)/dgi,
    accept: isPassword,
    hits: [
      `DefaultEndpointsProtocol=https;AccountKey=${drawSample(ALNUM, 86)}==;`,
      'Server=db;User Id=app;Password=x9!kQ2;',
    ],
    misses: ['Server=db;Password=${PW};'],
  },
  {
    id: 'signed-url',
    kind: 'signature',
    reach: 2200,
    keywords: ['sig=', 'signature=', 'x-amz-security-token', 'x-amz-credential', 'x-goog-signature'],
    pattern:
      /[?&;](?:sig|signature|X-Amz-Signature|X-Amz-Security-Token|X-Amz-Credential|X-Goog-Signature)=(?<secret>[\w%.~+/-]{16,2000}={0,2})/dgi,
    accept: secret => !isPlaceholder(secret),
    hits: [`https://x.blob.core.windows.net/c?sv=2024&sig=${drawSample(ALNUM, 43)}%3D`],
    misses: ['?sig=short', '&signature=none'],
  },
  {
    id: 'password-hash',
    kind: 'hash',
    keywords: ['$2a$', '$2b$', '$2y$', '$argon2', '$6$', '$5$', '$1$', '$apr1$', '{ssha', '$pbkdf2'],
    at: 'label',
    pattern:
      /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|\$argon2(?:id|i|d)\$[\w=,$+/-]{40,200}|\$(?:6|5|1|apr1)\$[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{22,86}|\{SSHA\d{0,3}\}[A-Za-z0-9+/]{28,100}={0,2}|\$pbkdf2[\w-]{0,12}\$[\w$=,./+]{40,200}/iy,
    hits: [
      `$2b$12$${drawSample(ALNUM, 53)}`,
      `root:$6$${drawSample(ALNUM, 8)}$${drawSample(ALNUM, 86)}:19000`,
    ],
    misses: ['$2b$12$short', '$1$x'],
  },
];

/** `user:password` in which either half is more than a word for itself or a variable. */
function isUserAndPassword(secret: string): boolean {
  const bare = secret.replace(/["']/g, '');
  const colon = bare.indexOf(':');
  const user = bare.slice(0, colon);
  const password = bare.slice(colon + 1);
  if (/[$`]\(|\$\{|\{\{|^\$/.test(bare) || /^[<[]/.test(password)) return false;
  if (user === password) return false;
  const braced = /^\{(.*)\}$/.exec(password)?.[1] ?? password;
  if (braced === '') return user.length >= 6 && /\d/.test(user) && !isPlaceholder(user);
  return isPassword(braced) && !/^\$/.test(braced);
}
