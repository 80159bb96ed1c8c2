import { refuse } from '../operations/refuse.ts';

/** What everyone here thinks of first: words of the product and of what it is for. */
const WORDS_OF_OURS = ['afterword', 'postmortem', 'incident', 'outage', 'administrator', 'responder'];

/** So many tries of someone who knows the lists, at the least: online never, offline years for one account. */
const FEWEST_TRIES = 1e8;

/**
 * Characters that are looked at. Time grows with their square, and a password that begins well is good whatever comes
 * after.
 */
const LONGEST_LOOK = 40;

type Estimate = (password: string, words: string[]) => number;

let loaded: Promise<Estimate> | undefined;

/** The lists are in memory only where somebody has chosen a password. */
async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs: graphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const estimator = new ZxcvbnFactory({ dictionary, graphs, maxLength: LONGEST_LOOK });
  return (password, words) => estimator.check(password, words).guesses;
}

interface Whose {
  name: string;
  email: string;
  /** Origin under which people reach the server. */
  publicUrl: string;
}

/**
 * Refuses a new password that whoever knows leaked ones, keyboards and its person would try early: in any spelling,
 * with digits and years around it, repeated, backwards.
 *
 * @throws invalid
 */
export async function refuseGuessable(password: string, { name, email, publicUrl }: Whose): Promise<void> {
  loaded ??= load();
  const words = [name, email, new URL(publicUrl).hostname].flatMap(text => [
    text,
    ...text.split(/[^\p{L}\d]+/u),
  ]);
  const estimate = await loaded;
  const known = [...WORDS_OF_OURS, ...words.filter(word => word.length > 2).map(word => word.toLowerCase())];
  if (estimate(password, known) >= FEWEST_TRIES) return;
  const message =
    'is among the first that are tried: it is made of leaked passwords, of keys in a row, or of what is known of you; put four or five words together that have nothing to do with each other';
  refuse('invalid', `This password ${message}.`, { issues: [{ path: '/password', message }] });
}
