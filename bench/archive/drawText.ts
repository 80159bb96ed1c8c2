/** Words of incidents, in the order of how often they are made to come; made-up ones follow. */
const COMMON =
  'error service failed latency database timeout request payment checkout api customers deploy slow pod node login queue cluster retry outage connection memory disk traffic rollback alert cache certificate expired network restart gateway search email import region replica failover leader scheduler token config release upgrade migration lock deadlock throttling quota cost spike dns proxy ingress kafka redis postgres kubernetes lambda storage bucket backup restore webhook invoice order cart session mobile browser report export partner bank limit pool thread heap crash loop drift skew clock'.split(
    ' ',
  );
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bri cla dro fle gno'.split(
  ' ',
);
const VOCABULARY = 20_000;
const FLATTENING = 30;

/** What nearly every text says somewhere, as reports do. */
const PHRASE = 'this incident affected production';

/** Draws texts as people write them: a few words come very often, most of them seldom. */
export interface TextDraw {
  words(count: number): string;
  /** A longer text; two of three hold a phrase that most of them hold. */
  text(count: number): string;
}

/** @param random 0 to 1, always the same series */
export function createTextDraw(random: () => number): TextDraw {
  const below = (end: number): number => Math.floor(random() * end);
  const made = Array.from({ length: VOCABULARY - COMMON.length }, () =>
    Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)]).join(''),
  );
  const vocabulary = [...COMMON, ...made];
  const spread = (vocabulary.length + FLATTENING) / FLATTENING;
  /** Zipf and Mandelbrot: the most common word is one of two hundred, as where `the` and `of` do not count. */
  const word = (): string => vocabulary[Math.floor(FLATTENING * spread ** random() - FLATTENING)]!;
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const text = (count: number): string =>
    random() < 2 / 3 ? `${words(count / 2)} ${PHRASE} ${words(count / 2)}` : words(count);
  return { words, text };
}
