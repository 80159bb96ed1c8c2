import { shareOfRecords } from './lines/shareOfRecords.ts';
import type { LineReader, Sample } from './reader.ts';
import { TEXT_READERS } from './text.ts';
import { GUESSES, LAST_RESORTS } from './vague.ts';

interface Judged {
  reader: LineReader;
  score: number;
}

/**
 * The line readers to try on a file, in order: the one that reads most of the sample, then those that read some of
 * it, then all others, so that a line of any known format is read wherever it stands; guesses and what reads any line
 * come last, unless one of them reads more than all who know their lines.
 */
export function recogniseText(sample: Sample, readers: readonly LineReader[] = TEXT_READERS): LineReader[] {
  const judged = readers
    .map(reader => ({ reader, score: reader.recognise(sample) }))
    .filter(({ reader, score }) => score > 0 || !GUESSES.includes(reader))
    .sort((a, b) => b.score - a.score);
  const best = judged[0];
  if (best === undefined) return [];
  const knowing = judged.filter(({ reader }) => !isVague(reader));
  const isMixed = isVague(best.reader) && shareOfAll(sample, knowing) >= best.score;
  const order = isMixed ? [] : [best.reader];
  const guesses = judged.map(({ reader }) => reader).filter(reader => GUESSES.includes(reader));
  return [...new Set([...order, ...knowing.map(({ reader }) => reader), ...guesses, ...LAST_RESORTS])];
}

const isVague = (reader: LineReader): boolean => GUESSES.includes(reader) || LAST_RESORTS.includes(reader);

/** The share of the sample's lines that readers who know their lines take together: of a file that mixes formats, most. */
function shareOfAll(sample: Sample, judged: readonly Judged[]): number {
  const readers = judged.filter(({ score }) => score > 0).map(({ reader }) => reader);
  return shareOfRecords(sample, (line, context) => {
    for (const reader of readers) {
      const read = reader.read(line, context);
      if (read !== undefined) return read;
    }
    return undefined;
  });
}
