import type { PairTrigger, Trigger } from './triggers.ts';

/**
 * The kinds that bytes are of where a shape is announced, by their bytes; all not named
 * are `other`.
 */
const KINDS = {
  digit: '0123456789',
  hexLower: 'abcdef',
  lower: 'ghijklmnopqrstuvwxyz',
  hexUpper: 'ABCDEF',
  upper: 'GHIJKLMNOPQRSTUVWXYZ',
  colon: ':',
  dot: '.',
  plus: '+',
  space: ' ',
  dash: '-',
  close: ')',
  slash: '/',
  /** They may stand right before a name. */
  opener: '\t\r\n"\'`(<>,;=*|',
  /** Numbers that are glued to them are none of ours. */
  glue: '_#%',
  /** And all beyond ASCII. */
  rare: '@',
  other: '',
} as const;

type Kind = keyof typeof KINDS;

const NAMES = Object.keys(KINDS) as Kind[];

/** Byte → its kind, 0 to 15. */
export const KIND_OF: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 128) return NAMES.indexOf('rare');
  const kind = NAMES.findIndex(name => KINDS[name].includes(String.fromCharCode(byte)));
  return kind < 0 ? NAMES.indexOf('other') : kind;
});

const SMALL: readonly Kind[] = ['hexLower', 'lower'];
const CAPITALS: readonly Kind[] = ['hexUpper', 'upper'];
const LETTERS: readonly Kind[] = [...SMALL, ...CAPITALS];
const HEX: readonly Kind[] = ['digit', 'hexLower', 'hexUpper'];
/** Between groups of digits, and behind the first. */
const JOINTS: readonly Kind[] = ['space', 'dash', 'dot', 'close'];
const GLUE: readonly Kind[] = ['glue', 'dot', 'colon', 'slash', 'dash'];

/**
 * By trigger: what must stand two bytes before, one before, at and behind the second of the two bytes that announce it.
 * Any of the rows; `undefined`: anything.
 */
const POSSIBLE: Readonly<Partial<Record<Trigger, readonly (readonly (readonly Kind[] | undefined)[])[]>>> = {
  digits: [
    // `de89…`, `AB12…`: ids that start with letters
    [LETTERS, SMALL, ['digit'], ['digit']],
    [without(['digit', ...SMALL, ...GLUE]), CAPITALS, ['digit'], ['digit', ...CAPITALS]],
    [undefined, ['plus'], ['digit'], undefined],
    [undefined, without([...LETTERS, ...GLUE, 'digit']), ['digit'], ['digit', ...JOINTS]],
  ],
  'dotted-quad': [[undefined, ['digit'], ['dot'], ['digit']]],
  colons: [[undefined, [...HEX, 'colon'], ['colon'], [...HEX, 'colon']]],
  capitals: [[undefined, ['opener', 'space', 'colon', 'rare'], CAPITALS, [...SMALL, 'rare']]],
};

/** Where four bytes in a row are in the tables, by their kinds. */
export function kindsKey(first: number, second: number, third: number, fourth: number): number {
  return (first << 12) | (second << 8) | (third << 4) | fourth;
}

/** Which triggers, as bits by their index, the kinds of four bytes (`kindsKey`) leave possible. */
export interface ShapeGate {
  /** At the third of the four. */
  atThird: Uint8Array;
  /** For a scan of two bytes a step: 1 when any is at the third, or at the second, of which less is known. */
  any: Uint8Array;
}

/** Compiles the table above for these triggers. */
export function makeShapeGate(triggers: readonly PairTrigger[]): ShapeGate {
  const atThird = new Uint8Array(1 << 16);
  triggers.forEach(({ trigger, isFirst, isSecond }, index) => {
    const announcing = kindsOf(isFirst);
    const announced = kindsOf(isSecond);
    for (const [before2, before, at, behind] of POSSIBLE[trigger] ?? [[]]) {
      for (const b of numbersOf(before).filter(kind => announcing.has(kind)))
        for (const c of numbersOf(at).filter(kind => announced.has(kind)))
          for (const a of numbersOf(before2))
            for (const d of numbersOf(behind)) atThird[kindsKey(a, b, c, d)]! |= 1 << index;
    }
  });
  const atSecond = new Uint8Array(1 << 12);
  for (let key = 0; key < atThird.length; key += 1) atSecond[key & 0xfff]! |= atThird[key]!;
  const any = atThird.map((third, key) => ((third | atSecond[key >> 4]!) === 0 ? 0 : 1));
  return { atThird, any };
}

function kindsOf(isMeant: (byte: number) => boolean): ReadonlySet<number> {
  return new Set(
    Array.from(KIND_OF.keys())
      .filter(isMeant)
      .map(byte => KIND_OF[byte]!),
  );
}

function numbersOf(kinds: readonly Kind[] = NAMES): number[] {
  return kinds.map(kind => NAMES.indexOf(kind));
}

function without(kinds: readonly Kind[]): Kind[] {
  return NAMES.filter(kind => !kinds.includes(kind));
}
