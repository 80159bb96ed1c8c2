/** Check digits of cards, accounts and national numbers. Every function takes bare characters, without separators. */

/** Luhn's sum over decimal digits: cards, Canadian SIN, Swedish personnummer, South African id. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, isDoubled = false; index >= 0; index--, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(index) - 48;
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += isDoubled ? doubled : digit;
  }
  return sum % 10 === 0;
}

/** Remainder of a decimal number of any length, digit by digit, so that it never leaves the safe integers. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % modulus;
  return rest;
}

/** ISO 7064 mod 97-10 of an IBAN: first four characters to the back, letters as 10 to 35, remainder 1. */
export function passesIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = moved.replace(/[A-Z]/gi, letter => String(Number.parseInt(letter, 36)));
  return remainder(digits, 97) === 1;
}

/** Sum of digit × weight over as many digits as there are weights. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits.charCodeAt(index) - 48), 0);
}

/** ISO 7064 mod 11-10, over all digits with the check digit last: German Steuer-ID, Croatian OIB. */
export function passesMod11of10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

const DIHEDRAL = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTATIONS = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Verhoeff's check over the dihedral group of order ten: Aadhaar. */
export function passesVerhoeff(digits: string): boolean {
  let state = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    state = Number(DIHEDRAL[state]?.[Number(PERMUTATIONS[place % 8]?.[digit])]);
  }
  return state === 0;
}

/** EAN-13: weights 1 and 3 in turn: Swiss AHV number. */
export function passesEan13(digits: string): boolean {
  return digits.length === 13 && weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Can day and month be a date? Two digits each; the year is not asked, so 29 February always passes. */
export function isDayAndMonth(day: string, month: string): boolean {
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const longest = lengths[Number(month) - 1];
  return longest !== undefined && Number(day) >= 1 && Number(day) <= longest;
}
