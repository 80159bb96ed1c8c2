import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../finder.ts';
import { passesIban, passesLuhn, remainder } from './pii-checksums.ts';
import { IDENTITY_RULES } from './pii-identity.ts';
import { NATIONAL_IDS } from './pii-national-ids.ts';
import { PAYMENT_RULES } from './pii-payment.ts';

const findPayments = createFinder(PAYMENT_RULES);
const findIds = createFinder(IDENTITY_RULES);

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''));
const withCheckDigit = (body: string) =>
  Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(passesLuhn) as string;

/** The text with the digit at `at` made another. */
const flipped = (text: string, at: number, by: number) =>
  text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1);

const cards = fc
  .tuple(fc.constantFrom('4', '51', '2221', '37', '6011', '3528', '36', '50'), digits(15))
  .map(([prefix, rest]) => withCheckDigit((prefix + rest).slice(0, prefix === '37' ? 14 : 15)));

const ibans = fc
  .tuple(fc.constantFrom(['DE', 18], ['FR', 23], ['NO', 11], ['ES', 20], ['PL', 24]), digits(24))
  .map(([[country, length], rest]) => {
    const account = rest.slice(0, Number(length));
    const moved = [...`${account}${country}00`].map(sign => String(Number.parseInt(sign, 36))).join('');
    return `${country}${String(98 - remainder(moved, 97)).padStart(2, '0')}${account}`;
  });

const inGroups = (text: string, size: number, separator: string) =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(separator);

describe('payment numbers', () => {
  it('finds every card of a known issuer, however it is grouped', () => {
    fc.assert(
      fc.property(cards, fc.constantFrom('', ' ', '-'), (card, separator) => {
        const written = card.length === 16 ? inGroups(card, 4, separator) : card;
        expect(findPayments(`paid with ${written} today`).map(({ value }) => value)).toEqual([written]);
      }),
    );
  });

  it('leaves a card with one wrong digit', () => {
    fc.assert(
      fc.property(cards, fc.nat(14), fc.integer({ min: 1, max: 9 }), (card, at, by) => {
        expect(findPayments(`order ${flipped(card, at % card.length, by)} sent`)).toEqual([]);
      }),
    );
  });

  it('finds every account number, in either case and in groups, and none with a wrong digit', () => {
    fc.assert(
      fc.property(ibans, fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, place, by) => {
        expect(passesIban(iban)).toBe(true);
        for (const written of [iban, iban.toLowerCase(), inGroups(iban, 4, ' ')]) {
          expect(findPayments(`from ${written} to us`).map(({ value }) => value)).toEqual([written]);
        }
        expect(findPayments(`from ${flipped(iban, 4 + (place % (iban.length - 4)), by)} to us`)).toEqual([]);
      }),
    );
  });
});

/** Numbers that have no check digit: any change of a digit makes another number. */
const UNCHECKED = new Set(['gb-nino', 'in-pan', 'us-ssn', 'us-ein', 'dk-cpr', 'mx-curp']);

describe('national numbers', () => {
  it.each(NATIONAL_IDS.filter(({ id }) => !UNCHECKED.has(id)))(
    '$id with one wrong digit is none',
    ({ labels, example }) => {
      const places = [...example].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
      const changed = places.flatMap(at => [1, 4, 9].map(by => flipped(example, at, by)));
      const taken = changed.filter(text => findIds(`${labels[0]}: ${text}`).length > 0);
      expect(taken.length / changed.length).toBeLessThan(0.2);
    },
  );
});
