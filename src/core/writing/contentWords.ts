/** Words that hold sentences together, and words that stand for something not said: neither says anything by itself. */
const EMPTY = new Set(
  `a about above after again all also am an and any are as at be been before being below between both but by can could
  did do does doing down during each few for from further had has have having he her here hers him his how i if in into
  is it its itself just may me might more most must my no nor not now of off on once only or other our out over own per
  same shall she should so some such than that the their them then there these they this those through to too under
  until up upon us very via was we were what when where which while who whom whose why will with would yes you your
  none nothing nil null na tbd tba tbc tbw tbs unknown pending placeholder wip todo fixme draft dummy sample foo bar baz
  qux blah bla blub stuff thing things something anything everything whatever etc ok okay ditto idem asap later soon
  dunno idk lol hmm um uh undefined nan abc xyz
  yyyymmdd ddmmyyyy mmddyyyy hhmm hhmmss`.split(/\s+/),
);

/** Words that are true of every incident: a sentence made of them alone tells one from another by nothing. */
const TRUE_OF_ALL = new Set(
  `incident incidents issue issues problem problems outage error happen happens happened occur occurs occurred resolve
  resolved fix fixed solve solved broke broken wrong went go bad good fine great well sure really`.split(
    /\s+/,
  ),
);

/** What fills a page in a designer's sketch. */
const LOREM = new Set(
  `lorem ipsum dolor sit amet consectetur consectetuer adipiscing adipisicing elit sed eiusmod tempor incididunt ut
  labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo
  consequat duis aute irure reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat
  cupidatat proident sunt culpa qui officia deserunt mollit anim id est laborum vestibulum praesent pellentesque
  suspendisse vivamus curabitur aenean maecenas phasellus donec nullam integer mauris morbi faucibus tincidunt
  ultricies tristique`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'_.:/@-]*/gu;
/** Scripts that write without blanks: two characters stand for a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu;

/** The words of a sentence in lower case, all of them, in order; digits read as one, so that counting up adds none. */
export function wordsOf(sentence: string): string[] {
  const text = sentence.normalize('NFKC').toLowerCase();
  const pairs = [...text.matchAll(UNSPACED)].flatMap(([run]) => pairsOf(run));
  const words = [...text.replace(UNSPACED, ' ').matchAll(WORD)].map(([word]) =>
    word.replace(/[^\p{L}\p{M}\p{N}]+$/u, '').replace(/\p{N}+/gu, '0'),
  );
  return [...words, ...pairs];
}

/** The different words of a sentence that say something. None when most of them are a designer's Latin. */
export function contentWords(sentence: string): Set<string> {
  const words = wordsOf(sentence);
  const latin = words.filter(word => LOREM.has(word)).length;
  if (latin >= 2 && latin * 2 >= words.length) return new Set();
  return new Set(words.filter(word => !EMPTY.has(word.replaceAll(/[^\p{L}]/gu, '')) && isWord(word)));
}

/** Whether words tell nothing that is not true of every incident: “an issue occurred and was fixed”. */
export const isCommonplace = (words: ReadonlySet<string>): boolean =>
  [...words].every(word => TRUE_OF_ALL.has(word));

function pairsOf(run: string): string[] {
  const chars = [...run];
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
}

/** Two letters at least, and not what a hand makes that slides over the keys. */
function isWord(word: string): boolean {
  const letters = word.replaceAll(/[^\p{L}]/gu, '');
  if ([...letters].length < 2 || new Set(letters).size < 2) return false;
  if (
    /^(?:[asdfghjkl]{4,}|[qwertyuiop]{6,}|[zxcvbnm]{4,})$/.test(letters) &&
    /asdf|sdfg|dfgh|hjkl|qwer|wert|zxcv|xcvb/.test(letters)
  )
    return false;
  return !/[bcdfghjklmnpqrstvwxz]{7,}/.test(letters);
}
