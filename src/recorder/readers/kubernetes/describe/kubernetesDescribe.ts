import type { ReadRecord } from '../../../../core/record.ts';
import { eachLine } from '../../bytes/eachLine.ts';
import type { JsonObject } from '../../json/value.ts';
import type { DocumentReader, ReadContext, RecordSink, TimeContext } from '../../reader.ts';
import { eventRecords } from '../eventRecords.ts';
import { objectRecords } from '../objectRecords.ts';
import { manifestOf } from './manifestOf.ts';
import { readOutline, under } from './outline.ts';

const BEGINNING = /^Name:\s+\S/;
const MARKS =
  /^(?:Namespace|Labels|Annotations|CreationTimestamp|Containers|Conditions|Events|Selector|Node|Roles):/gm;
/** Names of sections that stand in so many descriptions that several of them are no coincidence. */
const FEWEST_MARKS = 3;
/** Nothing of a description, but what stands around it where somebody copied it from a terminal. */
const AROUND = /^(?:[$#>%]\s|\S*[$#%>]\s+k(?:ubectl)?\s|```)/;
/** `4m12s`, `4m (x9 over 12m)`. */
const TIMES = /\(x(\d+) over /;

/**
 * What `kubectl describe` says of one or several objects: the state as text, how containers fared and since when, and the
 * events of the last hour. Events come with ages, not times, so they have no time.
 *
 * `Name:  cart-64469b5b48-5rjvb\nNamespace:  shop\n…\nEvents:\n  Type     Reason   Age  From     Message`
 */
export const KUBERNETES_DESCRIBE: DocumentReader = {
  shape: 'document',
  name: 'kubernetes-describe',
  version: 1,
  recognise: ({ lines, text }) =>
    lines.slice(0, 3).some(line => BEGINNING.test(line)) && (text.match(MARKS)?.length ?? 0) >= FEWEST_MARKS
      ? 0.95
      : 0,
  read,
};

async function read(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadContext,
  sink: RecordSink,
): Promise<void> {
  let lines: string[] = [];
  let start = 1;
  for await (const { text, line } of eachLine(chunks)) {
    if (AROUND.test(text)) {
      sink.unread({ line, text, why: 'not a part of a description' });
      lines.push('');
      continue;
    }
    if (BEGINNING.test(text)) {
      describe(lines, start, context.time, sink);
      lines = [];
      start = line;
    }
    lines.push(text);
  }
  describe(lines, start, context.time, sink);
}

function describe(lines: readonly string[], line: number, time: TimeContext, sink: RecordSink): void {
  const text = lines.join('\n').trim();
  if (text === '') return;
  const outline = readOutline(lines);
  const manifest = manifestOf(outline);
  const { kind, metadata } = manifest;
  if (!metadata.name) {
    sink.unread({ line, text, why: 'not the description of an object' });
    return;
  }
  const [snapshot, ...happenings] = objectRecords(manifest, time);
  const events = (under(outline, 'Events')?.rows ?? []).flatMap(row =>
    eventOf(row, { kind, name: metadata.name, namespace: metadata.namespace }, time),
  );
  for (const record of [{ ...snapshot!, body: text }, ...happenings, ...events])
    sink.record({ ...record, line });
}

function eventOf(row: Record<string, string>, object: JsonObject, time: TimeContext): ReadRecord[] {
  const age = row.Age ?? row.LastSeen ?? '';
  const count = Number(TIMES.exec(age)?.[1] ?? row.Count ?? 1);
  const records = eventRecords(
    {
      involvedObject: { ...object, fieldPath: row.SubobjectPath },
      type: row.Type,
      reason: row.Reason,
      message: row.Message,
      source: { component: row.From },
      firstTimestamp: row.FirstSeen,
      lastTimestamp: age,
      count,
    },
    time,
  );
  return records.map(record => (record.at === undefined ? { ...record, atRaw: age } : record));
}
