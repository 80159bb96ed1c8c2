/**
 * One JSON object a line, of any schema.
 *
 *     {"level":30,"time":1676103249402,"pid":17,"hostname":"web-3","name":"orders","msg":"order accepted"}
 *     {"@timestamp":"2023-02-11T08:14:09.402Z","log.level":"WARN","service":{"name":"orders"},"trace":{"id":"4bf9…"},"message":"slow"}
 *     {"severity":"ERROR","timestamp":"2023-02-11T08:14:09.402948Z","jsonPayload":{"message":"refused"},"resource":{"labels":{"pod_name":"orders-0"}}}
 */
import type { ReadRecord } from '../../../core/record.ts';
import { attributeOf, isObject, type JsonObject } from '../json/value.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { SPACE } from '../time/digits.ts';
import { FieldPicks } from './fields/fieldPicks.ts';
import { childKey, type Key, ROOT } from './fields/keys.ts';
import { shareOfRecords } from './shareOfRecords.ts';

/** Readers that know a JSON format by name go first. */
const TRUST = 0.9;
/** Deeper objects stay as they are … */
const DEEPEST = 5;
/** … and lines with still deeper ones are left to be read as text, so that no later stage runs out of stack. */
const SAFE_DEPTH = 64;
const OPEN_BRACE = 123;

const picks = new FieldPicks();

export const NDJSON: LineReader = {
  shape: 'lines',
  name: 'ndjson',
  version: 1,
  recognise: sample => TRUST * shareOfRecords(sample, readNdjson),
  read: readNdjson,
};

function readNdjson(line: string, context: ReadContext): ReadRecord | undefined {
  const object = parseLine(line);
  return object === undefined ? undefined : readObject(object, line, context);
}

/** Whether the line that was read last may be one that a reader of a particular format knows better. */
export function isDoubtful(): boolean {
  return picks.isDoubtful;
}

/** The object that a line is; undefined when it is none. */
export function parseLine(line: string): JsonObject | undefined {
  let start = 0;
  while (line.charCodeAt(start) === SPACE || line.charCodeAt(start) === 0xfeff) start++;
  if (line.charCodeAt(start) !== OPEN_BRACE) return undefined;
  try {
    const value: unknown = JSON.parse(start === 0 ? line : line.slice(start));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The record that a JSON object of any schema is; undefined when it nests too deep to be taken apart.
 * `text`: its JSON, for what parsing loses and as a last resort for a body.
 */
export function readObject(object: JsonObject, text: string, context: ReadContext): ReadRecord | undefined {
  picks.start();
  let outcome = takeMembers(object, ROOT, 1);
  if (outcome === 'rounded') {
    picks.start();
    outcome = takeMembers(parseExactly(text) ?? object, ROOT, 1);
  }
  return outcome === 'too deep' ? undefined : picks.finish(context.time, text);
}

/** Whether all members could be offered as they were written; `rounded` when one is a number that no double holds. */
type Outcome = 'exact' | 'rounded' | 'too deep';

function takeMembers(object: JsonObject, parent: Key, depth: number): Outcome {
  let outcome: Outcome = 'exact';
  for (const name in object) {
    const value = object[name];
    if (value === null || value === '') continue;
    const key = childKey(parent, name);
    if (typeof value === 'object') {
      const inner = takeNested(value, key, depth);
      if (inner === 'too deep') return inner;
      if (inner === 'rounded') outcome = inner;
      continue;
    }
    if (
      typeof value === 'number' &&
      !(value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER)
    ) {
      outcome = 'rounded';
    }
    picks.offer(key, value as string | number | boolean);
  }
  return outcome;
}

function takeNested(value: object, key: Key, depth: number): Outcome {
  if (depth < DEEPEST && !Array.isArray(value)) return takeMembers(value as JsonObject, key, depth + 1);
  if (isDeeperThan(value, SAFE_DEPTH)) return 'too deep';
  picks.keep(key, attributeOf(value));
  return 'exact';
}

/** Whether a value nests deeper than `limit` levels. */
function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some(member => isDeeperThan(member, limit - 1));
}

/** Parses again with numbers beyond a double's reach as text: 64-bit trace ids, nanoseconds. */
function parseExactly(text: string): JsonObject | undefined {
  const keepDigits = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)
      ? (context?.source ?? value)
      : value;
  const value: unknown = JSON.parse(text.trim().replace(/^\uFEFF/, ''), keepDigits);
  return isObject(value) ? value : undefined;
}
