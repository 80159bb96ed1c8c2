import type { PbfReader } from 'pbf';

/** Reads the field that `pbf` stands at into a property of `target`. */
export type Field<T> = (target: T, pbf: PbfReader) => void;

/** The fields of a protobuf message by number; all others are skipped. */
export type Message<T> = Readonly<Record<number, Field<T>>>;

/** How OTLP's shape holds numbers: 64 bits may need text. */
type Numeric = number | string;

type With<Key extends string, Value> = { [K in Key]?: Value };

/**
 * Reads fields into `target` up to `end` (default: the end of the bytes). Throws RangeError where the bytes are no such
 * message.
 */
export function readMessage<T>(message: Message<T>, pbf: PbfReader, target: T, end?: number): T {
  const readField = (tag: number, into: T) => message[tag]?.(into, pbf);
  return pbf.readFields(readField, target, end);
}

function nested<T extends object>(message: Message<T>, pbf: PbfReader): T {
  const end = pbf.readVarint() + pbf.pos;
  if (end > pbf.length) throw new RangeError('a field is longer than its message');
  return readMessage(message, pbf, {} as T, end);
}

/** A field that is read with one call. */
const plain =
  <Value>(read: (pbf: PbfReader) => Value) =>
  <Key extends string>(key: Key): Field<With<Key, Value>> =>
  (target, pbf) => {
    target[key] = read(pbf) as With<Key, Value>[Key];
  };

export const string = plain(pbf => pbf.readString());
export const bool = plain(pbf => pbf.readBoolean());
export const double = plain((pbf): Numeric => pbf.readDouble());
export const varint = plain((pbf): Numeric => pbf.readVarint());
export const signed = plain((pbf): Numeric => pbf.readSVarint());
export const fixed64 = plain((pbf): Numeric => pbf.readFixed64());
export const signedFixed64 = plain((pbf): Numeric => pbf.readSFixed64());
export const base64 = plain(pbf => Buffer.from(pbf.readBytes()).toString('base64'));
export const hex = plain(pbf => Buffer.from(pbf.readBytes()).toString('hex'));

/** An int64, as text where a double cannot hold it. */
export const int64 = plain((pbf): Numeric => {
  const start = pbf.pos;
  const value = pbf.readVarint(true);
  if (Number.isSafeInteger(value)) return value;
  let exact = 0n;
  for (let i = start; i < pbf.pos; i++)
    exact |= BigInt((pbf.buf[i] as number) & 0x7f) << BigInt(7 * (i - start));
  return BigInt.asIntN(64, exact).toString();
});

/** Nanoseconds as a `fixed64`, as decimal text: they do not fit a double. */
export const nanos = plain((pbf): Numeric => {
  const value = pbf.dataView.getBigUint64(pbf.pos, true);
  pbf.pos += 8;
  return value.toString();
});

/** A message inside the message. */
export const message =
  <Key extends string, T extends object>(key: Key, fields: () => Message<T>): Field<With<Key, T>> =>
  (target, pbf) => {
    target[key] = nested(fields(), pbf) as With<Key, T>[Key];
  };

/** A repeated message. */
export const messages =
  <Key extends string, T extends object>(key: Key, fields: () => Message<T>): Field<With<Key, T[]>> =>
  (target, pbf) => {
    const list = (target[key] ?? []) as T[];
    list.push(nested(fields(), pbf));
    target[key] = list as With<Key, T[]>[Key];
  };

/** A repeated number, packed or not. */
const repeated =
  (read: (pbf: PbfReader) => number) =>
  <Key extends string>(key: Key): Field<With<Key, Numeric[]>> =>
  (target, pbf) => {
    const list = (target[key] ?? []) as Numeric[];
    target[key] = list as With<Key, Numeric[]>[Key];
    if (pbf.type !== 2) {
      list.push(read(pbf));
      return;
    }
    const end = pbf.readVarint() + pbf.pos;
    while (pbf.pos < end) list.push(read(pbf));
  };

export const doubles = repeated(pbf => pbf.readDouble());
export const varints = repeated(pbf => pbf.readVarint());
export const fixed64s = repeated(pbf => pbf.readFixed64());
