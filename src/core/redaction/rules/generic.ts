import { isPlausibleSecret } from '../plausible.ts';
import { isPublishedExample } from '../publishedExamples.ts';
import type { RedactionRule } from '../rule.ts';
import { secretNameOf } from '../secretName.ts';
import { drawSample } from './drawSample.ts';

/** `key` promises something only as the end of a longer name. */
const KEY_ENDINGS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789_-.', before => `${before}key`);

/** Secrets that only their name gives away: any vendor's, or none's. */
export const GENERIC_RULES: readonly RedactionRule[] = [
  {
    id: 'named-password',
    kind: 'password',
    keywords: ['passw', 'passphrase', 'passcode', 'pwd', 'pass'],
    at: 'assigned',
    run: 4,
    pattern: /^[^\n]{4,4096}$/,
    accept: (secret, _match, name) =>
      secretNameOf(name) === 'password' && isPlausibleSecret('password', secret),
    hits: [
      'db_password=hunter2!',
      '"passwd": "open sesame"',
      'DB_PASS=tr0ub4dor',
      'source.setPassword("hunter2!");',
      "cfg.WithPassword('open sesame')",
      'user.set_password("tr0ub4dor")',
    ],
    misses: [
      'password=$DB_PASSWORD',
      'password: <password>',
      'passes=1234',
      'bypass: true',
      'vault.getPassword("orders-db")',
      'source.setPassword(settings.password())',
      'user.setPassword("changeme")',
      'resetPassword("mail-template")',
    ],
  },
  {
    id: 'named-secret',
    kind: 'secret',
    keywords: [
      'secret',
      'token',
      'credential',
      'creds',
      'auth',
      'bearer',
      'jwt',
      'api key',
      'access key',
      'private key',
      ...KEY_ENDINGS,
    ],
    at: 'assigned',
    run: 10,
    pattern: /^[^\s]{10,4096}$/,
    accept: (secret, _match, name) =>
      isPlausibleSecret(secretNameOf(name), secret) && !isPublishedExample(secret),
    hits: [
      `"clientSecret": "${drawSample('A-Za-z0-9', 32)}"`,
      `auth token=${drawSample('a-f0-9', 16)}`,
      `client.setApiKey("${drawSample('A-Za-z0-9', 32)}")`,
    ],
    misses: [
      'token_type=bearer12',
      '"credentialsId": "29f63271-dc2f-4734-8221-5b31b5169bac"',
      'cache_key=user:9931:profile77',
      'token: android.os.BinderProxy@2bd79ce',
      'client.setToken("token-provider")',
    ],
  },
];
