/**
 * What a name promises about its value: a `password` may be any text, a `secret` (token, API key, client secret) looks
 * drawn by a machine, a `key` may be one but often is not (`cache_key`). The last noun decides: `token_type` and
 * `credentialsId` promise nothing.
 */
export type SecretName = 'password' | 'secret' | 'key' | undefined;

/** Endings of a name in words, longest first within a kind. */
const ENDINGS: readonly (readonly [RegExp, NonNullable<SecretName>])[] = [
  [
    /(?:^| )(?:pass ?(?:word|wd|phrase|code)|passwords|pwd|pass|pw|psw|passwort|contrasena|motdepasse)$/,
    'password',
  ],
  [/(?:^| )[a-z0-9]*(?:password|passwd|passphrase)$/, 'password'],
  [
    /(?:^| )(?:api|access|secret|private|priv|signing|encryption|encrypt|auth|account|shared|master|storage|subscription|license|licence|consumer|session|security|app|application|service|deploy|admin|root|hmac|aes|crypto|ssh|pgp|gpg|webhook|write|integration|ingest|ingestion|instrumentation|rest|server|personal) ?keys?$/,
    'secret',
  ],
  [/(?:^| )(?:apikey|accesskey|secretkey|privatekey|authkey|secretaccesskey)s?$/, 'secret'],
  [/(?:^| )[a-z0-9]*(?:secret|secrets|token|tokens|credential|credentials|creds)$/, 'secret'],
  [
    /(?:^| )(?:authorization|authentication|auth|bearer|cookie|jwt|pat|sas|salt|sig|signature|dsn)$/,
    'secret',
  ],
  [/(?:^| )(?:secret|token) (?:value|data|hash|string|text)$/, 'secret'],
  [/(?:^| )(?:client|app|consumer) ?(?:secret|pass)$/, 'secret'],
  [/ keys?$/, 'key'],
];

/** Names whose `key`, `token` or `secret` is none. */
const HARMLESS =
  /(?:^| )(?:public|pub|primary|foreign|partition|sort|cache|routing|row|object|lookup|index|hash|map|dict|group|join|unique|natural|surrogate|composite|registry|property|config|message|event|dedup|idempotency|correlation|trace|tracking|page|next|previous|prev|continuation|cursor|sync|cancellation|cancel|csrf|xsrf|authenticity|matching|unexpected|host|hot|short ?cut|function|arrow|enter|escape|tab|translation|i18n|locale|label|tag|metric|field|column|header|attribute|param|parameter|option|setting|meta|redis|shard|bucket|storage class|topic|queue|window|view|activity|app window|wtoken) (?:key|keys|token|tokens)$/;

/** Splits `clientSecret`, `client-secret`, `CLIENT_SECRET`, `client.secret` into words, lower-case, joined by spaces. */
export function wordsOfName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What the name promises. `undefined`: nothing. Texts repeat their names, so the latest answers are remembered. */
export function secretNameOf(name: string): SecretName {
  const known = remembered.get(name);
  if (known !== undefined || remembered.has(name)) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const promise = judgeName(name);
  remembered.set(name, promise);
  return promise;
}

/** `password2`, `token value`: what is appended changes nothing. */
const APPENDED = / ?(?:\d+| value)$/;

const MOST_REMEMBERED = 4096;
const remembered = new Map<string, SecretName>();

function judgeName(name: string): SecretName {
  const words = wordsOfName(name).replace(APPENDED, '');
  if (HARMLESS.test(words)) return undefined;
  return ENDINGS.find(([ending]) => ending.test(words))?.[1];
}
