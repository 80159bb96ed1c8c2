import { mayBeginName } from '../names/mayBeginName.ts';
import type { RedactionRule } from '../rule.ts';
import { CLASS_OF, DIGIT, HEX, HIGH, LETTER, UPPER } from './byteClass.ts';
import { isNumberShape, OPENS_NUMBER } from './numberShapes.ts';
import { isAddressSign, isColonGroup, isDottedQuad, isEscape, type ShapeTest } from './shapes.ts';

/** What the scan may meet besides keywords: the rules' triggers, and the escapes behind which keywords hide. */
export type Trigger = NonNullable<RedactionRule['trigger']> | 'escape';

/**
 * A shape, the two bytes in a row that announce it, and the test that decides, called at the second of them. The less
 * the bytes say, the more often the test is called: they decide the speed.
 */
export interface PairTrigger {
  trigger: Trigger;
  isFirst(byte: number): boolean;
  isSecond(byte: number): boolean;
  test: ShapeTest;
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
    test: isNumberShape,
  },
  { trigger: 'at-sign', isFirst: any, isSecond: byte => byte === AT, test: isAddressSign },
  {
    trigger: 'dotted-quad',
    isFirst: byte => is(byte, DIGIT),
    isSecond: byte => byte === DOT,
    test: isDottedQuad,
  },
  {
    trigger: 'colons',
    isFirst: byte => is(byte, HEX) || byte === COLON,
    isSecond: byte => byte === COLON,
    test: isColonGroup,
  },
  {
    trigger: 'capitals',
    isFirst: byte => !is(byte, LETTER | DIGIT),
    isSecond: byte => is(byte, UPPER),
    test: mayBeginName,
  },
  { trigger: 'non-ascii', isFirst: any, isSecond: byte => is(byte, HIGH), test: any },
  {
    trigger: 'escape',
    isFirst: byte => byte === PERCENT || byte === BACKSLASH,
    isSecond: byte => byte === U || is(byte, HEX),
    test: isEscape,
  },
];

function is(byte: number, bits: number): boolean {
  return (CLASS_OF[byte]! & bits) !== 0;
}
