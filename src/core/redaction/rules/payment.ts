import type { RedactionRule } from '../rule.ts';
import {
  ALNUM,
  ANY_HEX,
  formatted,
  HEX,
  LOWER,
  named,
  namedUuid,
  prefixed,
  WORD,
  WORD_EQUALS,
} from './build.ts';
import { drawSample } from './drawSample.ts';

/** Keys of payment, commerce, shipping and trading services. */
export const PAYMENT_KEY_RULES: readonly RedactionRule[] = [
  prefixed(
    'stripe-key',
    ['sk_test_', 'sk_live_', 'sk_prod_', 'rk_test_', 'rk_live_', 'rk_prod_'],
    [ALNUM, 10, 99],
  ),
  prefixed('stripe-webhook-secret', 'whsec_', [`${ALNUM}+/=`, 24, 64]),
  prefixed('square-token', ['EAAA', 'sq0atp-', 'sq0csp-'], [WORD, 22, 60], { entropy: 3 }),
  formatted(
    'braintree-token',
    ['access_token$'],
    /access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}(?!\w)/y,
    {
      hits: [`access_token$sandbox$${drawSample(LOWER, 16)}$${drawSample(HEX, 32)}`],
      misses: ['access_token$sandbox$'],
    },
  ),
  prefixed('razorpay-key', ['rzp_live_', 'rzp_test_'], [ALNUM, 14]),
  formatted(
    'plaid-access-token',
    ['access-'],
    /access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)/y,
    {
      hits: ['access-sandbox-3f2b8c1e-9d47-4a6b-8e05-7c19f4d2a6b8'],
      misses: ['access-sandbox-denied'],
    },
  ),
  named('plaid-client-id', ['plaid'], [ALNUM, 24], { entropy: 3 }),
  named('plaid-secret', ['plaid'], [ALNUM, 30], { entropy: 3 }),
  prefixed('shopify-token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], [ANY_HEX, 32]),
  prefixed('shippo-token', ['shippo_live_', 'shippo_test_'], [ANY_HEX, 40]),
  prefixed('easypost-key', ['EZAK', 'EZTK'], [ALNUM, 54], { entropy: 3 }),
  prefixed('duffel-token', ['duffel_test_', 'duffel_live_'], [WORD_EQUALS, 43]),
  prefixed('gocardless-token', ['live_', 'sandbox_'], [WORD_EQUALS, 40]),
  prefixed('lob-key', ['live_', 'test_'], [HEX, 35]),
  prefixed('lob-publishable-key', ['live_pub_', 'test_pub_'], [HEX, 31]),
  formatted(
    'flutterwave-key',
    ['flwpubk', 'flwseck'],
    /FLW(?:PUB|SEC)K(?:_TEST|_LIVE)?-[a-hA-H0-9]{32}-X(?!\w)/y,
    {
      hits: [`FLWSECK_TEST-${drawSample(HEX, 32)}-X`, `FLWPUBK-${drawSample(HEX, 32)}-X`],
      misses: ['FLWSECK_TEST-X'],
    },
  ),
  prefixed('flutterwave-encryption-key', 'FLWSECK_TEST-', ['a-hA-H0-9', 12]),
  named('freshbooks-token', ['freshbooks'], [ALNUM, 64]),
  named('finicity-secret', ['finicity'], [ALNUM, 20]),
  named('finicity-token', ['finicity'], [HEX, 32]),
  named('finnhub-token', ['finnhub'], [ALNUM, 20]),
  named('coinbase-token', ['coinbase'], [WORD, 64]),
  named('kraken-token', ['kraken'], ['A-Za-z0-9/=_+-', 80, 90]),
  named('kucoin-token', ['kucoin'], [HEX, 24]),
  namedUuid('kucoin-secret', ['kucoin']),
  named('bittrex-key', ['bittrex'], [ALNUM, 32]),
  named('etsy-token', ['etsy'], [ALNUM, 24], { entropy: 3 }),
  namedUuid('squarespace-token', ['squarespace']),
  {
    id: 'freemius-secret',
    kind: 'key',
    keywords: ['secret_key'],
    at: 'assigned',
    pattern: /^sk_\S{29}$/,
    hits: [`"secret_key" => "sk_${drawSample('A-Za-z0-9^~', 29)}"`],
    misses: ['secret_key=sk_short'],
  },
  prefixed('settlemint-token', ['sm_aat_', 'sm_pat_', 'sm_sat_'], [ALNUM, 16]),
];
