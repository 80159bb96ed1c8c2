import { parseDocument } from 'yaml';
import { eachLine } from '../bytes/eachLine.ts';
import { isObject, type JsonObject, objectsOf } from '../json/value.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';
import { isKubernetes, kubernetesRecords } from './kubernetesJson.ts';

const SEPARATOR = /^---(?:\s.*)?$/;

/**
 * Kubernetes objects as YAML: one, a list, or several behind `---`. Read document by document.
 *
 * `apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart-64469b5b48-5rjvb`
 */
export const KUBERNETES_YAML: DocumentReader = {
  shape: 'document',
  name: 'kubernetes-yaml',
  version: 1,
  recognise({ text }) {
    const has = (key: string) => new RegExp(`^${key}:(?: |$)`, 'm').test(text);
    return has('apiVersion') && has('kind') && (has('metadata') || has('items')) ? 0.95 : 0;
  },
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
    if (SEPARATOR.test(text)) {
      readOne(lines.join('\n'), start, context, sink);
      lines = [];
      start = line + 1;
    } else lines.push(text);
  }
  readOne(lines.join('\n'), start, context, sink);
}

function readOne(text: string, line: number, context: ReadContext, sink: RecordSink): void {
  if (text.trim() === '') return;
  const document = parseDocument(text, { logLevel: 'silent' });
  const value = document.errors.length === 0 ? plainOf(document) : undefined;
  if (!isObject(value) || !isKubernetes(value)) {
    const why = document.errors[0]?.message.split('\n')[0] ?? 'not a Kubernetes object';
    sink.unread({ line, text, why });
    return;
  }
  const list = Array.isArray(value.items) ? objectsOf(value.items) : [value];
  for (const entry of list) {
    for (const record of kubernetesRecords(entry, context.time) ?? []) sink.record({ ...record, line });
  }
}

/** The plain value; undefined where aliases would blow it up. */
function plainOf(document: ReturnType<typeof parseDocument>): JsonObject | undefined {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}
