/** Checks that only one country's numbers have. All take the bare characters, upper case, of the right length. */
import { isDayAndMonth, remainder, weighted } from './pii-checksums.ts';

export const always = () => true;
export const dated = (bare: string) => isDayAndMonth(bare.slice(0, 2), bare.slice(2, 4));
export const datedFromYear = (bare: string) => isDayAndMonth(bare.slice(4, 6), bare.slice(2, 4));
export const mod11 = (bare: string, weights: readonly number[]) => weighted(bare, weights) % 11 === 0;
export const range = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => (to > from ? from + step : from - step));

/** Last digit = (weighted sum mod 11) mod 10, as in many eastern European numbers. */
export const mod11mod10 = (bare: string, weights: readonly number[]) =>
  (weighted(bare, weights) % 11) % 10 === Number(bare.at(-1));

/** Two trailing check digits, each (sum × 10) mod 11 mod 10: CPF and CNPJ. */
export function passesBrazil(bare: string, first: readonly number[], second: readonly number[]): boolean {
  const digit = (weights: readonly number[]) => ((weighted(bare, weights) * 10) % 11) % 10;
  return (
    digit(first) === Number(bare.at(-2)) && digit(second) === Number(bare.at(-1)) && !/^(\d)\1+$/.test(bare)
  );
}

/** Two rounds of weights; the second counts when the first leaves ten. */
export function passesBaltic(bare: string): boolean {
  const first = weighted(bare, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(bare, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (first < 10 ? first : second % 10) === Number(bare[10]);
}

/** Two check digits, each mod 11. */
export function passesNorway(bare: string): boolean {
  return mod11(bare, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) && mod11(bare, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
}

/** The tenth digit checks odd against even places, the eleventh the sum of all. */
export function passesTurkey(bare: string): boolean {
  const odd = weighted(bare, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(bare, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return (
    tenth === Number(bare[9]) &&
    weighted(
      bare,
      range(1, 10).map(() => 1),
    ) %
      10 ===
      Number(bare[10])
  );
}

const ITALIAN_ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Odd places count by table, even places by value; digits stand for the first ten letters. */
export function passesItaly(bare: string): boolean {
  const values = [...bare.slice(0, 15)].map(sign => (sign <= '9' ? Number(sign) : sign.charCodeAt(0) - 65));
  const sum = values.reduce(
    (total, value, place) => total + (place % 2 === 0 ? (ITALIAN_ODD[value] ?? 0) : value),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === bare[15];
}

export const passesSpain = (bare: string) =>
  'TRWAGMYFPDXBNJZSQVHLCKE'[
    Number(bare.slice(0, -1).replace(/^[XYZ]/, letter => String('XYZ'.indexOf(letter)))) % 23
  ] === bare.at(-1);

export const passesFinland = (bare: string) =>
  dated(bare) &&
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(bare.slice(0, 6) + bare.slice(-4, -1)) % 31] === bare.at(-1);

export const passesChina = (bare: string) =>
  isDayAndMonth(bare.slice(12, 14), bare.slice(10, 12)) &&
  '10X98765432'[weighted(bare, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === bare[17];

export const passesChile = (bare: string) =>
  '0K987654321'[weighted(bare.slice(0, -1).padStart(8, '0'), [3, 2, 7, 6, 5, 4, 3, 2]) % 11] === bare.at(-1);

/** A letter by the weighted sum; those born or arrived since 2000 are moved by four. */
export function passesSingapore(bare: string): boolean {
  const sum = weighted(bare.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/[TG]/.test(bare) ? 4 : 0);
  return (/[ST]/.test(bare[0] ?? '') ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11] === bare[8];
}

/** Two control digits: 97 less the rest of the division; those born since 2000 have a 2 before. */
export const passesBelgium = (bare: string) =>
  [bare.slice(0, 9), `2${bare.slice(0, 9)}`].some(body => 97 - remainder(body, 97) === Number(bare.slice(9)));

export const passesFrance = (bare: string) => {
  const body = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - remainder(body, 97) === Number(bare.slice(13));
};
