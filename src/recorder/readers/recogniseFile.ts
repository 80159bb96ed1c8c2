import { READERS } from './index.ts';
import type { DocumentReader, LineReader, Reader, Sample } from './reader.ts';

/** How a file is to be read. */
export type FileFormat =
  | { shape: 'document'; reader: DocumentReader }
  /** Readers to try on each line, the likeliest first: files may mix formats. */
  | { shape: 'lines'; readers: LineReader[] };

/** Below this a format is a guess that plain text lines would serve better. */
const SURE_ENOUGH = 0.3;

/**
 * Chooses how to read a file by its content alone: as one document, or line by line. Undefined when it is neither text
 * nor a binary format that we know.
 */
export function recogniseFile(sample: Sample, readers: readonly Reader[] = READERS): FileFormat | undefined {
  const judged = readers
    .map(reader => ({ reader, score: reader.recognise(sample) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = judged[0];
  if (best?.reader.shape === 'document' && best.score >= SURE_ENOUGH) {
    return { shape: 'document', reader: best.reader };
  }
  if (!isText(sample)) return undefined;
  const lines = judged.map(({ reader }) => reader).filter(reader => reader.shape === 'lines');
  const others = readers.filter(
    reader => reader.shape === 'lines' && !lines.includes(reader),
  ) as LineReader[];
  return { shape: 'lines', readers: [...lines, ...others] };
}

/** How much of a text may be bytes that text does not hold. */
const NOISE_LIMIT = 0.1;

/** Whether the sample is text, give or take a broken character: few control characters and replacement characters. */
function isText(sample: Sample): boolean {
  if (sample.text.length === 0) return true;
  const noise = sample.text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0;
  return noise / sample.text.length <= NOISE_LIMIT;
}
