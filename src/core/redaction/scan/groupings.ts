/**
 * How numbers are divided into groups, as lengths with what stands between them: `4 4 4 4` is a card's. `$` at the end:
 * nothing may follow. In order: cards; phones of North America; national ids; account numbers.
 */
const WRITINGS: readonly string[] = [
  ...[' ', '-'].flatMap(mark => [
    ...['1', '2', '3', '4', '5', '6', '7'].map(last => ['4', '4', '4', last].join(mark)),
    ...['2', '3', '4'].map(last => `${['4', '4', last].join(mark)}$`),
  ]),
  ...[' ', '-'].flatMap(first =>
    [' ', '-'].flatMap(second => [`4${first}6${second}4`, `4${first}6${second}5`]),
  ),
  ...[' ', '.', '-'].flatMap(mark => [`3${mark}3${mark}4`, `3${mark}3${mark}7`]),
  ...[' ', '.', '-'].flatMap(mark => [`3)3${mark}4`, `3) 3${mark}4`]),
  ...[' ', '.', '-'].flatMap(mark =>
    [' ', '.', '-'].flatMap(first => [`1${first}3${mark}3${mark}4`, `1${first}3)3${mark}4`]),
  ),
  ...[
    '3-2-4',
    '2-8-1',
    '3.3.3-2',
    '2.3.3/4-2',
    '2.3.3-1',
    '1.3.3-1',
    '6-4',
    '6/4',
    '8-4',
    '8/4',
    '6-3',
    '6-7',
  ],
  ...['3.4.4.2', '2.2.2-3.2', '2 4 4 4'],
];

/** After a group: what a sign, or two, lead to. */
export interface GroupNode {
  /** By the length of the next group. */
  next: Map<number, GroupNode>;
  /** Whether a known writing ends here, and whether only when nothing follows. */
  ends: 'no' | 'yes' | 'at end';
}

const SEPARATORS = new Map([
  [' ', 1],
  ['-', 2],
  ['.', 3],
  ['/', 4],
  [')', 5],
  [') ', 6],
]);

/** A step from group to group: the mark between them (by `separatorCode`) and the length of the next. */
export function stepKey(separator: number, length: number): number {
  return separator * 16 + length;
}

/** The code of one or two bytes between groups; 0 for any that stand in no known writing. */
export function separatorCode(first: number, second: number): number {
  if (first === 41) return second === 32 ? 6 : 5;
  return first === 32 ? 1 : first === 45 ? 2 : first === 46 ? 3 : first === 47 ? 4 : 0;
}

/** The known writings as a tree, entered with `stepKey(0, length of the first group)`. */
export const GROUPINGS: GroupNode = makeTree();

function makeTree(): GroupNode {
  const root: GroupNode = { next: new Map(), ends: 'no' };
  for (const writing of WRITINGS) {
    let node = root;
    for (const [, separator, length] of writing.matchAll(/([^\d$]*)(\d)/g)) {
      const key = stepKey(SEPARATORS.get(separator!) ?? 0, Number(length));
      const next = node.next.get(key) ?? { next: new Map(), ends: 'no' };
      node.next.set(key, next);
      node = next;
    }
    node.ends = writing.endsWith('$') ? 'at end' : 'yes';
  }
  return root;
}
