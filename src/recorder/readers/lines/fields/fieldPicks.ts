import type { Attributes, AttributeValue, Level, ReadRecord } from '../../../../core/record.ts';
import type { TimeContext } from '../../reader.ts';
import type { Instant } from '../../time/instant.ts';
import { instantFromNumber } from '../../time/instantFromNumber.ts';
import { parseInstant } from '../../time/parseInstant.ts';
import { levelOfStatus } from '../levelOfStatus.ts';
import { logRecord } from '../logRecord.ts';
import { takeTraceIds } from '../traceIds.ts';
import { durationFromText } from './durationText.ts';
import type { Key } from './keys.ts';
import { levelValue } from './levelValue.ts';
import { FIELDS, type Field, KEYS_OF_FIELD } from './roles.ts';

export type Scalar = string | number | boolean;

const INDEX = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Record<Field, number>;
/** What may stand beside a time in whole seconds: the nanoseconds within it. */
const NANOS = ['instant.nanoOfSecond', 'timestamp.nanos'] as const;

/** From here on the names of messages are as often those of other things. */
const WEAK_MESSAGE = KEYS_OF_FIELD.message.indexOf('description');

/**
 * Gathers the fields of one structured line: for each part of a record the surest of the keys that may hold it, all
 * others as attributes. Reused from line to line; `start` clears it.
 */
export class FieldPicks {
  attributes: Attributes = {};
  /** Whether what was offered is hardly what a logger writes: a key of other formats, no message, neither time nor level. */
  isDoubtful = false;
  #values: (Scalar | undefined)[] = FIELDS.map(() => undefined);
  #keys: (Key | undefined)[] = FIELDS.map(() => undefined);

  start(): void {
    this.attributes = {};
    this.isDoubtful = false;
    for (let index = 0; index < FIELDS.length; index++) {
      this.#values[index] = undefined;
      this.#keys[index] = undefined;
    }
  }

  /** Takes note of a value and what its key says it is. */
  offer(key: Key, value: Scalar): void {
    const { field } = key;
    if (key.isTelling) this.isDoubtful = true;
    if (field < 0) {
      this.attributes[key.path] = value;
      return;
    }
    const other = this.#keys[field];
    if (other !== undefined && other.rank <= key.rank) {
      this.attributes[key.path] = value;
      return;
    }
    if (other !== undefined) this.attributes[other.path] = this.#values[field]!;
    this.#keys[field] = key;
    this.#values[field] = value;
  }

  /** Puts a value that is neither text, number nor boolean among the attributes. */
  keep(key: Key, value: AttributeValue): void {
    if (key.isTelling) this.isDoubtful = true;
    this.attributes[key.path] = value;
  }

  /** The record of all that was offered; its body is `fallback` when nothing was a message. */
  finish(time: TimeContext, fallback: string): ReadRecord {
    const raw = this.#text('time');
    const instant = this.#takeTime(time);
    const message = this.#text('message');
    const record = logRecord(instant, instant === undefined ? '' : raw, message === '' ? fallback : message);
    record.level = this.#takeLevel();
    record.service = this.#text('service') || undefined;
    record.host = this.#text('host') || undefined;
    this.#takeTrace(record);
    record.parentSpanId = this.#text('parentSpanId') || undefined;
    record.durationUs = this.#takeDuration();
    this.#keepContainer();
    this.#takeProgramName(record);
    for (const _ in this.attributes) {
      record.attributes = this.attributes;
      break;
    }
    takeTraceIds(record, record.body);
    const spoken = this.#keys[INDEX.message];
    if (spoken === undefined || spoken.rank >= WEAK_MESSAGE) this.isDoubtful = true;
    if (instant === undefined && !record.level) this.isDoubtful = true;
    return record;
  }

  #text(field: Field): string {
    const value = this.#values[INDEX[field]];
    return typeof value === 'string' ? value : value === undefined ? '' : String(value);
  }

  /** What turned out not to be what its key promised stays an attribute. */
  #giveBack(field: Field): undefined {
    const key = this.#keys[INDEX[field]];
    if (key !== undefined) this.attributes[key.path] = this.#values[INDEX[field]]!;
    return undefined;
  }

  #takeTime(context: TimeContext): Instant | undefined {
    const value = this.#values[INDEX.time];
    if (value === undefined) return undefined;
    const instant = this.#parseTime(value, context);
    if (instant === undefined) return this.#giveBack('time');
    for (const name of NANOS) {
      const nanos = this.attributes[name];
      if (instant.precision !== 's' || typeof nanos !== 'number') continue;
      delete this.attributes[name];
      return { at: instant.at + Math.floor(nanos / 1000), precision: 'ns', zoned: true };
    }
    return instant;
  }

  #parseTime(value: Scalar, context: TimeContext): Instant | undefined {
    if (typeof value === 'number') return instantFromNumber(value);
    if (typeof value !== 'string') return undefined;
    const { date } = this.attributes;
    if (typeof date === 'string' && value.indexOf(':') > 0 && value.indexOf(':') < 3) {
      const whole = parseInstant(`${date} ${value}`, context);
      if (whole !== undefined) return whole;
    }
    return parseInstant(value, context);
  }

  #takeLevel(): Level | undefined {
    const key = this.#keys[INDEX.level];
    if (key === undefined) return undefined;
    const value = this.#values[INDEX.level];
    if (key.name === 'status' && typeof value === 'number') {
      this.#giveBack('level');
      return value >= 100 && value < 600 ? levelOfStatus(value) : undefined;
    }
    const level = levelValue(value, key.name);
    return level === '' ? this.#giveBack('level') : level;
  }

  /** Ids as they are; Google's `projects/…/traces/ID` and W3C's `00-TRACE-SPAN-01` are taken apart. */
  #takeTrace(record: ReadRecord): void {
    const trace = this.#text('traceId');
    const parent = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(
      trace.length === 55 ? trace : '',
    );
    record.traceId = (parent?.[1] ?? trace.slice(trace.lastIndexOf('/') + 1)) || undefined;
    record.spanId = this.#text('spanId') || parent?.[2];
  }

  #takeDuration(): number | undefined {
    const key = this.#keys[INDEX.duration];
    const value = this.#values[INDEX.duration];
    if (key === undefined) return undefined;
    const amount = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
    if (typeof amount === 'number' && key.unit > 0 && amount >= 0) return Math.round(amount * key.unit);
    return (typeof amount === 'string' ? durationFromText(amount) : undefined) ?? this.#giveBack('duration');
  }

  /** A container's name that gave the service is an instance's name as well. */
  #keepContainer(): void {
    const key = this.#keys[INDEX.service];
    if (key?.path === 'container') this.attributes.container = this.#text('service');
  }

  /** pino and bunyan call the program `name`, and say host and process beside it. */
  #takeProgramName(record: ReadRecord): void {
    const { name, pid } = this.attributes;
    if (
      record.service !== undefined ||
      record.host === undefined ||
      pid === undefined ||
      typeof name !== 'string'
    )
      return;
    record.service = name;
    delete this.attributes.name;
  }
}
