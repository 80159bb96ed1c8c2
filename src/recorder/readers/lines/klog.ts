/**
 * Kubernetes' klog and Google's glog: level letter and date in one word; CockroachDB writes nearly the same.
 *
 *     E0211 08:14:09.402948       1 reflector.go:138] k8s.io/client-go/informers: Failed to watch *v1.Node
 *     I20230211 08:14:09.402948  2113 server.cc:81] listening
 *     W230211 08:14:09.402948 117 kv/kvserver/store.go:81 ⋮ [n1,s1] 12  slow heartbeat took 5.003s
 */
import type { ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { digit, skipBlanks } from '../time/digits.ts';
import { instantAt } from '../time/instantAt.ts';
import { LEVEL_LETTERS } from './levelWord.ts';
import { logRecord } from './logRecord.ts';
import { shareOfRecords } from './shareOfRecords.ts';
import { takeTraceIds } from './traceIds.ts';

export const KLOG: LineReader = {
  shape: 'lines',
  name: 'klog',
  version: 1,
  recognise: sample => shareOfRecords(sample, readKlog),
  read: readKlog,
};

function readKlog(line: string, context: ReadContext): ReadRecord | undefined {
  if (digit(line, 4) < 0) return undefined;
  const level = LEVEL_LETTERS.get(line[0]!);
  if (level === undefined) return undefined;
  const found = instantAt(line, 1, context.time);
  if (found === undefined || !found.hasDate || !found.hasClock) return undefined;
  const threadAt = skipBlanks(line, found.end);
  const threadEnd = line.indexOf(' ', threadAt);
  if (digit(line, threadAt) < 0 || threadEnd < 0) return undefined;
  const callerEnd = line.indexOf(' ', threadEnd + 1);
  const end = callerEnd < 0 ? line.length : callerEnd;
  const isClosed = line[end - 1] === ']';
  const record = logRecord(found, line.slice(1, found.end), line.slice(end + 1));
  record.level = level;
  record.attributes = {
    thread: line.slice(threadAt, threadEnd),
    caller: line.slice(threadEnd + 1, isClosed ? end - 1 : end),
  };
  takeTraceIds(record, record.body);
  return record;
}
