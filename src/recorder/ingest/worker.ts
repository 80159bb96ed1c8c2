/** One reading thread: inspects and reads files, and writes what it reads to a run file of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { RunWriter } from '../lake/runWriter.ts';
import { READERS } from '../readers/index.ts';
import type { LineReader } from '../readers/reader.ts';
import { RecordRedaction } from '../redact/recordRedaction.ts';
import { inspectFile } from './inspectFile.ts';
import type { Reply, Request, WorkerSetup } from './messages.ts';
import { readDocument } from './readDocument.ts';
import { LineSegment } from './readLines.ts';
import { RecordKeeper } from './recordKeeper.ts';
import { emptyResult, type Segment, type SegmentResult } from './segment.ts';

const setup = workerData as WorkerSetup;
const counter = new BigInt64Array(setup.progress);
const progress = (bytes: number): void => void Atomics.add(counter, 0, BigInt(bytes));
const redaction = new RecordRedaction(setup.tokenKey, setup.replacementsPath);
const run = new RunWriter(setup.runPath);
const readerByName = new Map(READERS.map(reader => [reader.name, reader]));

async function readSegment(segment: Segment): Promise<SegmentResult> {
  const result = emptyResult(segment);
  const keeper = new RecordKeeper(run, redaction.forSegment(segment.id), result);
  const readers = segment.readers.map(name => readerByName.get(name)!);
  const [first] = readers;
  if (first?.shape === 'document') await readDocument(segment, first, keeper, result, progress);
  else new LineSegment(segment, readers as LineReader[], redaction.mark, keeper, result).read(progress);
  return result;
}

async function answer(request: Request): Promise<Reply> {
  switch (request.type) {
    case 'inspect': {
      const facts = [];
      for (const job of request.jobs) facts.push(await inspectFile(job));
      return { type: 'inspect', facts };
    }
    case 'read': {
      const results = [];
      for (const segment of request.segments) results.push(await readSegment(segment));
      return { type: 'read', results };
    }
    case 'finish':
      return {
        type: 'finish',
        runPath: run.close() ? run.path : undefined,
        replacementsPath: redaction.close(),
        redactions: redaction.counts(),
      };
  }
}

parentPort!.on('message', async (request: Request) => {
  try {
    parentPort!.postMessage(await answer(request));
  } catch (error) {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    parentPort!.postMessage({ type: 'failed', message, code } satisfies Reply);
  }
});
