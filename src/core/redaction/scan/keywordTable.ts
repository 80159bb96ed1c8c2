import { LOWER } from './byteClass.ts';
import { FOLDS, foldOf, isLetterFold } from './fold.ts';

/**
 * Finds keywords by three bytes in a row: of every keyword, three at an even and three at an odd offset are chosen (the
 * rarest in ordinary text), so that a scan which takes two bytes a step meets one of them, wherever the keyword stands.
 * Bytes are folded to 32 codes first, so that the table stays within the first cache.
 */
export interface KeywordTable {
  /** Three folded bytes → 1 when they are known from a keyword. Small, for the many times when they are not. */
  isKnown: Uint8Array;
  /** Three folded bytes → where their candidates begin in the lists below; 0: none. */
  firstOf: Uint16Array;
  /** Three folded bytes → bit sets of the folded bytes that may stand before them, and behind. */
  ahead: Int32Array;
  behind: Int32Array;
  /** Per candidate: its keyword (-1 ends a list), how far before the three bytes that starts … */
  keywordOf: Int16Array;
  offsetOf: Int8Array;
  /** … and one more byte to look at before the whole keyword is compared: where, from the three bytes, and which. */
  probeAt: Int8Array;
  probeByte: Uint8Array;
  /** Whether the keyword stands at `start`, before `to`. */
  isAt(keyword: number, bytes: Uint8Array, start: number, to: number): boolean;
}

interface Candidate {
  keyword: number;
  /** Where in the keyword the three bytes stand; -1: they begin with the byte before it. */
  offset: number;
}

/** Folded bytes of log text, most frequent first: the rank stands in for the frequency. */
const FREQUENT = '0/ .-:etaoinsrdlchumpgfybwv_$kxjqz';
/** Three letters in a row by how often they stand in logs and in English, most frequent first. */
const FREQUENT_TRIPLES =
  'ion tio sta ati ing ser tat ent the nfo inf and tic con tem wor ate est erv age ker ost com ork use ' +
  'cke ice tst rke for cti tor dec ver ort ers ess res art loc out ect ock ame tim mor eat pos tra ket ' +
  'ime log dat ana man che rec rea ive aut han rte tmo der des ure nam rom act sha fro ter ard ere blo ' +
  'ger ick not ide nag nit rts oun uto ack pro ail sea end all ecu ted nne err uth vic ste ple ore inc ' +
  'sts mpl und tin ren red ode ine hil cei oot sen den ica atn rve ont ons uid sto mon ord nte onn nce ' +
  'exe ain ata lab oti rro xec cut str ror rac chi nec ity add uni ler int eck ild cor nan mes get her ' +
  'omb cat ace mbo que tre hat oll fai cal pla lle abs eve ase rol nti ali roo nod you ntr ite slo ces ' +
  'etr eas ile men lea ass ems ova per ned sco nci req val oar nov fou one hen tro lin cid yst omp ner ' +
  'car cre tan ask tas ert env put ith nde rat rde too eiv fal rse ute atu ece ved hon iti nix tri tes ' +
  'cko ope onf ten ove';
const RANK_OF_TRIPLE = new Map(FREQUENT_TRIPLES.split(' ').map((triple, rank) => [triple, rank] as const));
/** More than a triple that is listed can have. */
const UNLISTED = 1000;

export interface TableKeyword {
  /** Lower-case ASCII, three bytes or more. */
  text: string;
  /** Whether a letter may stand before it. */
  isInWords: boolean;
}

/** Builds the table. */
export function makeKeywordTable(keywords: readonly TableKeyword[]): KeywordTable {
  const texts = keywords.map(({ text }) => Uint8Array.from(text, character => character.charCodeAt(0)));
  const opening = keywords.map(({ isInWords }) => (isInWords ? ANY_FOLD : OPENING_FOLDS));
  const lists = new Map<number, Candidate[]>();
  texts.forEach((text, keyword) => {
    for (const parity of [0, 1]) {
      const offset = rarestOffset(text, parity);
      for (const triple of triplesAt(text, offset, keywords[keyword]!.isInWords)) {
        lists.set(triple, [...(lists.get(triple) ?? []), { keyword, offset }]);
      }
    }
  });
  return {
    ...layOut(lists, texts, opening),
    isAt: (keyword, bytes, start, to) => isAt(texts[keyword]!, bytes, start, to),
  };
}

/** The lists one behind the other in flat arrays, each closed by -1. */
function layOut(
  lists: ReadonlyMap<number, readonly Candidate[]>,
  texts: readonly Uint8Array[],
  opening: readonly number[],
): Omit<KeywordTable, 'isAt'> {
  const size = [...lists.values()].reduce((sum, list) => sum + list.length + 1, 1);
  const firstOf = new Uint16Array(FOLDS ** 3);
  const ahead = new Int32Array(FOLDS ** 3);
  const behind = new Int32Array(FOLDS ** 3);
  const keywordOf = new Int16Array(size).fill(-1);
  const offsetOf = new Int8Array(size);
  const probeAt = new Int8Array(size);
  const probeByte = new Uint8Array(size);
  let next = 1;
  for (const [triple, list] of lists) {
    firstOf[triple] = next;
    for (const { keyword, offset } of list) {
      const text = texts[keyword]!;
      const byte = text[offset + 3];
      ahead[triple]! |=
        offset > 0 ? 1 << foldOf(text[offset - 1]!) : offset === 0 ? opening[keyword]! : ANY_FOLD;
      behind[triple]! |= byte === undefined ? ANY_FOLD : 1 << foldOf(byte);
      const probe = farthestFrom(offset, text.length);
      keywordOf[next] = keyword;
      offsetOf[next] = offset;
      probeAt[next] = probe - offset;
      probeByte[next] = text[probe]!;
      next += 1;
    }
    next += 1;
  }
  return {
    isKnown: Uint8Array.from(firstOf, first => (first === 0 ? 0 : 1)),
    firstOf,
    ahead,
    behind,
    keywordOf,
    offsetOf,
    probeAt,
    probeByte,
  };
}

const ANY_FOLD = -1;
/** Before keywords that are sought at the start of words only. */
const OPENING_FOLDS = Array.from({ length: FOLDS }, (_, fold) => fold)
  .filter(fold => !isLetterFold(fold))
  .reduce((set, fold) => set | (1 << fold), 0);

/** The first or last byte of a keyword, whichever the three bytes say less about. */
function farthestFrom(offset: number, length: number): number {
  return offset > length - 3 - offset ? 0 : length - 1;
}

function isAt(text: Uint8Array, bytes: Uint8Array, start: number, to: number): boolean {
  if (start + text.length > to) return false;
  for (let i = 0; i < text.length; i += 1) if (LOWER[bytes[start + i]!] !== text[i]) return false;
  return true;
}

/** The offset, at the parity, of the rarest three bytes that lie wholly in the keyword; -1 when none do. */
function rarestOffset(text: Uint8Array, parity: number): number {
  let best = -1;
  let bestRarity = -1;
  for (let offset = parity; offset + 2 < text.length; offset += 2) {
    const rarity = rarityOf(text.subarray(offset, offset + 3));
    if (rarity > bestRarity) {
      best = offset;
      bestRarity = rarity;
    }
  }
  return best;
}

function rarityOf(triple: Uint8Array): number {
  const listed = RANK_OF_TRIPLE.get(String.fromCharCode(...triple));
  return listed ?? UNLISTED + triple.reduce((sum, byte) => sum + rank(byte), 0);
}

function rank(byte: number): number {
  if (foldOf(byte) === foldOf(DIGIT)) return 0;
  const index = FREQUENT.indexOf(String.fromCharCode(byte));
  return index < 0 ? 1 : index;
}

const DIGIT = 48;

function triplesAt(text: Uint8Array, offset: number, isInWords: boolean): number[] {
  const folded = Array.from(text, foldOf);
  if (offset >= 0) return [tripleOf(folded[offset]!, folded[offset + 1]!, folded[offset + 2]!)];
  const before = EVERY_FOLD.filter(fold => isInWords || !isLetterFold(fold));
  return before.map(fold => tripleOf(fold, folded[0]!, folded[1]!));
}

const EVERY_FOLD = Array.from({ length: FOLDS }, (_, fold) => fold);

function tripleOf(first: number, second: number, third: number): number {
  return (first << 10) | (second << 5) | third;
}
