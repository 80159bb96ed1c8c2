import { READERS } from './index.ts';
import type { DocumentReader, LineReader, Reader, Sample } from './reader.ts';
import { recogniseText } from './recogniseText.ts';

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
  const lines = isText(sample) ? recogniseText(sample, readers.filter(isLineReader)) : [];
  const best = bestDocument(sample, readers);
  if (best && best.score >= Math.max(SURE_ENOUGH, lines[0]?.recognise(sample) ?? 0)) {
    return { shape: 'document', reader: best.reader };
  }
  return lines.length > 0 ? { shape: 'lines', readers: lines } : undefined;
}

const isLineReader = (reader: Reader): reader is LineReader => reader.shape === 'lines';
const isDocumentReader = (reader: Reader): reader is DocumentReader => reader.shape === 'document';

function bestDocument(
  sample: Sample,
  readers: readonly Reader[],
): { reader: DocumentReader; score: number } | undefined {
  let best: { reader: DocumentReader; score: number } | undefined;
  for (const reader of readers.filter(isDocumentReader)) {
    const score = reader.recognise(sample);
    if (score > (best?.score ?? 0)) best = { reader, score };
  }
  return best;
}

/** How much of a text may be bytes that text does not hold. */
const NOISE_LIMIT = 0.1;

/** Whether the sample is text, give or take a broken character: few control characters and replacement characters. */
function isText(sample: Sample): boolean {
  if (sample.text.length === 0) return true;
  const noise = sample.text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0;
  return noise / sample.text.length <= NOISE_LIMIT;
}
