import { isPlausibleSecret } from '../plausible.ts';
import type { RedactionRule } from '../rule.ts';
import { secretNameOf } from '../secretName.ts';

/** Secrets that only their name gives away: any vendor's, or none's. */
export const GENERIC_RULES: readonly RedactionRule[] = [
  {
    id: 'named-secret',
    kind: 'secret',
    keywords: [
      'passw',
      'passphrase',
      'passcode',
      'pwd',
      'pass',
      'secret',
      'token',
      'key',
      'credential',
      'creds',
      'auth',
      'cookie',
      'bearer',
      'jwt',
    ],
    at: 'assigned',
    pattern: /^[^\s]{4,4096}$/,
    accept: (secret, _match, name) => isPlausibleSecret(secretNameOf(name), secret),
    hits: [
      'db_password=hunter2!',
      '"clientSecret": "Zf3D0LXCM3EIMbgJpUNnkRtOfOueHznB"',
      'auth token=9f8e7d6c5b4a3921',
    ],
    misses: [
      'password=${DB_PASSWORD}',
      'token_type=bearer',
      '"credentialsId": "29f63271-dc2f-4734-8221-5b31b5169bac"',
      'cache_key=user:9931:profile77',
    ],
  },
];
