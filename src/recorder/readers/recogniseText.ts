import type { LineReader, Sample } from './reader.ts';
import { LAST_RESORTS, TEXT_READERS } from './text.ts';

/**
 * The line readers to try on a file, in order: the one that reads most of the sample, then those that read some of
 * it, then all others, so that a line of any known format is read wherever it stands; what reads any line comes last
 * unless it is the best.
 */
export function recogniseText(sample: Sample, readers: readonly LineReader[] = TEXT_READERS): LineReader[] {
  const judged = readers.map(reader => ({ reader, score: reader.recognise(sample) }));
  judged.sort((a, b) => b.score - a.score);
  const [best, ...others] = judged.map(({ reader }) => reader);
  if (best === undefined) return [];
  const isLast = (reader: LineReader): boolean => LAST_RESORTS.includes(reader);
  return [
    best,
    ...others.filter(reader => !isLast(reader)),
    ...LAST_RESORTS.filter(reader => reader !== best),
  ];
}
