import { isPublishedExample } from '../publishedExamples.ts';
import type { RedactionRule } from '../rule.ts';
import {
  ALNUM,
  BASE64,
  formatted,
  HEX,
  named,
  namedUuid,
  prefixed,
  UPPER,
  WORD,
  WORD_EQUALS,
} from './build.ts';
import { drawSample } from './drawSample.ts';

const googleKey = prefixed('google-api-key', 'AIza', [WORD, 35], { entropy: 3.5 });

/** Keys of cloud providers, hosts and infrastructure services. */
export const CLOUD_RULES: readonly RedactionRule[] = [
  prefixed('aws-access-key-id', ['AKIA', 'ASIA', 'ABIA', 'ACCA'], ['A-Z2-7', 16], { entropy: 3 }),
  prefixed('aws-access-key-id-legacy', ['A3T'], [UPPER, 17], { entropy: 3 }),
  named('aws-secret-access-key', ['aws'], [BASE64, 40], { entropy: 3.5 }),
  {
    ...prefixed('aws-bedrock-long-lived-key', 'ABSK', [`${BASE64}=`, 110, 272]),
    accept: () => true,
    misses: [`ABSK${drawSample(BASE64, 30)}`],
  },
  formatted(
    'aws-bedrock-short-lived-key',
    ['bedrock-api-key-'],
    /bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[\w+/=-]{0,2000}/y,
    {
      hits: ['bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t'],
      misses: ['bedrock-api-key-', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29x'],
    },
  ),
  {
    id: 'azure-client-secret',
    kind: 'key',
    keywords: Array.from('0123456789', digit => `${digit}q~`),
    pattern: /(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g,
    accept: secret => !/x{6}|X{6}|~{4}/.test(secret),
    hits: [`client_secret=aB3${'8Q~'}${drawSample(ALNUM, 34)}`],
    misses: [`aB3${'8Q~'}${'x'.repeat(34)}`, '~'.repeat(40)],
  },
  prefixed('alibaba-access-key-id', 'LTAI', [ALNUM, 20]),
  named('alibaba-secret-key', ['alibaba', 'aliyun'], [ALNUM, 30]),
  {
    ...googleKey,
    accept: (secret, match) => googleKey.accept!(secret, match, '') && !isPublishedExample(secret),
  },
  prefixed('google-oauth-client-secret', 'GOCSPX-', [WORD, 28]),
  prefixed('google-oauth-access-token', 'ya29.', [WORD, 40, 1000]),
  prefixed('google-oauth-refresh-token', '1//0', [WORD, 40, 200]),
  prefixed('digitalocean-token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], [HEX, 64]),
  named('cloudflare-api-token', ['cloudflare'], [WORD, 40], { entropy: 3 }),
  named('cloudflare-global-api-key', ['cloudflare'], [HEX, 37]),
  formatted('cloudflare-origin-ca-key', ['v1.0-'], /v1\.0-[a-f0-9]{24}-[a-f0-9]{146}(?![a-f0-9])/y, {
    hits: [`v1.0-${drawSample(HEX, 24)}-${drawSample(HEX, 146)}`],
    misses: [`v1.0-${drawSample(HEX, 24)}-${drawSample(HEX, 40)}`],
  }),
  namedUuid('heroku-api-key', ['heroku']),
  prefixed('heroku-api-key-v2', 'HRKU-AA', [WORD, 58]),
  prefixed('flyio-token', 'fo1_', [WORD, 43], { entropy: 3 }),
  prefixed('flyio-macaroon', ['fm1r_', 'fm1a_', 'fm2_'], [`${BASE64}=,_`, 100, 4000], { entropy: 3 }),
  prefixed('scalingo-token', 'tk-us-', [WORD, 48]),
  named('netlify-token', ['netlify'], [WORD_EQUALS, 40, 46]),
  prefixed('netlify-personal-token', ['nfp_', 'nfc_', 'nfo_'], [ALNUM, 36, 40]),
  prefixed('render-api-key', 'rnd_', [ALNUM, 28, 40]),
  prefixed('supabase-token', ['sbp_', 'sb_secret_'], [WORD, 30, 64]),
  prefixed(
    'tailscale-key',
    ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'],
    [WORD, 20, 80],
  ),
  named('fastly-api-token', ['fastly'], [WORD_EQUALS, 32]),
  prefixed('planetscale-token', ['pscale_tkn_', 'pscale_oauth_', 'pscale_pw_'], ['A-Za-z0-9_=.-', 32, 64]),
  prefixed('clickhouse-cloud-key', '4b1d', [ALNUM, 38], { entropy: 3 }),
  prefixed('databricks-token', ['dapi'], [HEX, 32], { entropy: 3 }),
  named('confluent-access-token', ['confluent'], [ALNUM, 16]),
  named('confluent-secret-key', ['confluent'], [ALNUM, 64]),
  prefixed('yandex-api-key', 'AQVN', [WORD, 35, 38]),
  named('yandex-aws-access-token', ['yandex'], [WORD, 40], { entropy: 3.5 }),
  formatted('yandex-access-token', ['t1.'], /t1\.[\w-]{20,400}={0,2}\.[\w-]{86}={0,2}(?![\w=-])/y, {
    hits: [`t1.${drawSample(ALNUM, 60)}.${drawSample(WORD, 86)}`],
    misses: ['t1.micro', `t1.${drawSample(ALNUM, 60)}`],
  }),
  prefixed('openshift-token', 'sha256~', [WORD, 43]),
  prefixed('pulumi-token', 'pul-', [HEX, 40]),
];
