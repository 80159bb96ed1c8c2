/**
 * Lines of many containers in one stream, each with the name of its own before it.
 *
 *     orders-1  | 2023-02-11 08:14:09.402 ERROR cannot connect                 (docker compose logs)
 *     [pod/orders-64469b5b48-5rjvb/server] {"level":"error","msg":"refused"}   (kubectl logs --prefix)
 */
import type { ReadRecord } from '../../../core/record.ts';
import { continuesRecord } from '../continuesRecord.ts';
import { serviceOfPod } from '../names/serviceOfPod.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { continuesEmbedded, readEmbedded } from './embedded.ts';
import { levelWord } from './levelWord.ts';
import { shareOfRecords } from './shareOfRecords.ts';

const COMPOSE = /^([a-z][\w.-]{0,80}?) {1,40}\| ?/i;
const KUBECTL = /^\[pod\/([\w.-]{1,253})\/([\w.-]{1,63})\] /;

export const PREFIXED: LineReader = {
  shape: 'lines',
  name: 'prefixed',
  version: 1,
  recognise: sample => shareOfRecords(sample, readEntry),
  read: (line, context) => (continuesEmbedded(textIn(line)) ? undefined : readEntry(line, context)),
  continues: line => textIn(line) !== line || continuesRecord(line),
  unwrap: textIn,
};

function readEntry(line: string, context: ReadContext): ReadRecord | undefined {
  const named = COMPOSE.exec(line);
  const compose = named === null || levelWord(named[1]!) !== '' ? null : named;
  const kubectl = compose === null ? KUBECTL.exec(line) : null;
  const prefix = compose ?? kubectl;
  if (prefix === null) return undefined;
  const record = readEmbedded(line.slice(prefix[0].length), undefined, '', context);
  if (kubectl === null) {
    record.attributes = { ...record.attributes, container: compose![1]! };
    record.service ??= compose![1]!.replace(/[-_]\d+$/, '');
  } else {
    record.attributes = { ...record.attributes, pod: kubectl[1]!, container: kubectl[2]! };
    record.service ??= serviceOfPod(kubectl[1]!);
  }
  return record;
}

function textIn(line: string): string {
  return line.replace(COMPOSE, '').replace(KUBECTL, '');
}
