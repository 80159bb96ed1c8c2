import type { RedactionRule } from '../rule.ts';
import { passesIban, passesLuhn } from './pii-checksums.ts';

/** Issuer ranges by leading digits, with the lengths that cards of the range have. */
const CARD_RANGES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 18, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|095|[689])/, [14, 16, 17, 18, 19]],
  [/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:2131|1800)/, [15]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50|5[6-9]|6)/, [12, 13, 14, 15, 16, 17, 18, 19]],
  [/^(?:220[0-4]|9792|8[16])/, [16, 17, 18, 19]],
];

const separators = /[ -]/g;

/** A payment card: an issuer's range, a length it issues, and the Luhn digit. `digits` may hold spaces and dashes. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(separators, '');
  const range = CARD_RANGES.find(
    ([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length),
  );
  return range !== undefined && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);
}

/** Twelve to nineteen digits with a Luhn digit, of any issuer, and no epoch stamp. */
const isCardLike = (text: string) => {
  const digits = text.replace(separators, '');
  return passesLuhn(digits) && !/^(?:1[4-9]\d{11,17}|0+\d)$/.test(digits);
};

/** A word about cards nearby makes up for an issuer that nobody listed, and for the twelve digits of a Maestro card. */
const CARD_WORDS = ['card', 'credit', 'debit', 'visa', 'maestro', 'amex', 'payment', 'cc ', 'pan='];

/** Length of each country's IBAN (SWIFT's registry). */
const IBAN_LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Country, check digits, account: the country's length and remainder 1. `text` may hold spaces and dashes. */
function isIban(text: string): boolean {
  const iban = text.replace(separators, '').toUpperCase();
  return IBAN_LENGTHS.get(iban.slice(0, 2)) === iban.length && passesIban(iban);
}

const ibanStart = /(?<![A-Z0-9])[A-Z]{2}\d\d(?=[ -]?[A-Z0-9]{4})/gi;

/** Reads on from each country code and check digits: as many characters as that country's accounts have, separators skipped. */
function findIbans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const { index, 0: head } of text.matchAll(ibanStart)) {
    const wanted = IBAN_LENGTHS.get(head.slice(0, 2).toUpperCase());
    if (wanted === undefined) continue;
    let end = index;
    let length = 0;
    for (; length < wanted && /[A-Z0-9 -]/i.test(text[end] ?? '\n'); end++) {
      if (text[end] !== ' ' && text[end] !== '-') length++;
    }
    if (length === wanted && !/[A-Z0-9]/i.test(text[end] ?? '') && isIban(text.slice(index, end)))
      spans.push([index, end]);
  }
  return spans;
}

/** Behind a trace id stands the id of a span, which may happen to have no letter. */
const TRACE_BEFORE = /(?<![0-9a-f])[0-9a-f]{32}[^0-9a-z]{1,4}$/;

export const PAYMENT_RULES: readonly RedactionRule[] = [
  {
    id: 'card-number',
    kind: 'card',
    keywords: [],
    trigger: 'digits',
    pattern:
      /(?<![\w.+/%-])(?<![_.][ -])(?:\d{13,19}|\d{4}(?:[ -]\d{4}){2}[ -]\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5})(?![\w%]|[.,:-]\d)/dg,
    accept: (secret, match) =>
      isCardNumber(secret) &&
      !TRACE_BEFORE.test(match.input.slice(Math.max(0, match.index - 40), match.index)),
    hits: [
      'pay with 4111 1111 1111 1111 please',
      'card 5500-0000-0000-0004',
      'amex 3782 822463 10005',
      '4012888888881881',
    ],
    misses: [
      '4111 1111 1111 1112',
      'at 1700000000000000 ns',
      'blk_4012888888881881',
      'id 4012888888881881.5',
      '0000000000000000',
      'trace 0af7651916cd43dd8448eb211c80319c, 4012888888881881',
    ],
  },
  {
    id: 'card-number-labelled',
    kind: 'card',
    keywords: CARD_WORDS,
    pattern: /(?<![\w.+/-])(?:\d{12,19}|\d{4}(?:[ -]\d{4}){2}(?:[ -]\d{1,7})?)(?![\w-]|\.\d)/dg,
    accept: isCardLike,
    hits: ['my card 630427373398 is lost', 'card number 3598899323053410'],
    misses: ['card 630427373399', 'offset 1234'],
  },
  {
    id: 'iban',
    kind: 'iban',
    keywords: [],
    trigger: 'digits',
    find: findIbans,
    hits: [
      'transfer to GB82 WEST 1234 5698 7654 32 today',
      'de89370400440532013000',
      'IBAN: FR1420041010050500013M02606',
    ],
    misses: ['GB83 WEST 1234 5698 7654 32', 'DE89370400440532013001', 'no iban here'],
  },
];
