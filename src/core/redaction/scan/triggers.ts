import { mayBeginName } from '../names/mayBeginName.ts';
import type { RedactionRule } from '../rule.ts';
import { CLASS_OF, DIGIT, HEX, HIGH, LETTER, UPPER } from './byteClass.ts';
import { isNumberShape, OPENS_NUMBER } from './numberShapes.ts';
import { isAddressSign, isColonGroup, isDottedQuad, isEscape } from './shapes.ts';

/** What the scan may meet besides keywords: the rules' triggers, and the escapes behind which keywords hide. */
export type Trigger = NonNullable<RedactionRule['trigger']> | 'escape';

/**
 * A shape and the two bytes in a row that announce it; whether it is there is decided at the second of them, by
 * `isShapeAt`. The less the bytes say, the more often that is asked: they decide the speed.
 */
export interface PairTrigger {
  trigger: Trigger;
  isFirst(byte: number): boolean;
  isSecond(byte: number): boolean;
}

const [DOT, COLON, AT, PERCENT, BACKSLASH, U] = Array.from('.:@%\\u', mark => mark.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const any = () => true;

/** At most eight. */
export const PAIR_TRIGGERS: readonly PairTrigger[] = [
  {
    trigger: 'digits',
    isFirst: byte => OPENS_NUMBER[byte] === 1,
    isSecond: byte => is(byte, DIGIT),
  },
  { trigger: 'at-sign', isFirst: any, isSecond: byte => byte === AT },
  {
    trigger: 'dotted-quad',
    isFirst: byte => is(byte, DIGIT),
    isSecond: byte => byte === DOT,
  },
  {
    trigger: 'colons',
    isFirst: byte => is(byte, HEX) || byte === COLON,
    isSecond: byte => byte === COLON,
  },
  {
    trigger: 'capitals',
    isFirst: byte => !is(byte, LETTER | DIGIT),
    isSecond: byte => is(byte, UPPER),
  },
  { trigger: 'non-ascii', isFirst: any, isSecond: byte => is(byte, HIGH) },
  {
    trigger: 'escape',
    isFirst: byte => byte === PERCENT || byte === BACKSLASH,
    isSecond: byte => byte === U || is(byte, HEX),
  },
];

/**
 * Whether the shape of `PAIR_TRIGGERS[index]` stands at `at`. A switch, and no table of functions: calls through a table
 * cost more than most of the tests.
 */
export function isShapeAt(index: number, bytes: Uint8Array, at: number, from: number, to: number): boolean {
  switch (index) {
    case 0:
      return isNumberShape(bytes, at, from, to);
    case 1:
      return isAddressSign(bytes, at, from, to);
    case 2:
      return isDottedQuad(bytes, at, from, to);
    case 3:
      return isColonGroup(bytes, at, from, to);
    case 4:
      return mayBeginName(bytes, at, from, to);
    case 5:
      return true;
    default:
      return isEscape(bytes, at, from, to);
  }
}

function is(byte: number, bits: number): boolean {
  return (CLASS_OF[byte]! & bits) !== 0;
}
