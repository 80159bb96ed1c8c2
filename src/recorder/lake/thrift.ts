/**
 * Just enough of the Thrift compact protocol to write Parquet metadata: structs of i32, i64, strings, lists and structs.
 * Source: the Apache Thrift compact protocol specification.
 */
export type ThriftValue =
  | { i32: number }
  | { i64: number }
  | { text: string }
  | { list: readonly ThriftValue[] }
  | { struct: ThriftStruct };

/** Field id to value, ids ascending. */
export type ThriftStruct = readonly (readonly [id: number, value: ThriftValue])[];

const TYPE_CODES = { i32: 5, i64: 6, text: 8, list: 9, struct: 12 } as const;

type TypeName = keyof typeof TYPE_CODES;

const typeOf = (value: ThriftValue): TypeName => Object.keys(value)[0] as TypeName;

/** Appends an unsigned LEB128 number; exact up to 2^53. */
export function pushVarint(out: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    out.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  out.push(rest);
}

/** Appends a signed number, zigzag-coded; exact up to ±2^52. */
export function pushZigzag(out: number[], value: number): void {
  pushVarint(out, value >= 0 ? value * 2 : -value * 2 - 1);
}

function pushValue(out: number[], value: ThriftValue): void {
  if ('i32' in value) pushZigzag(out, value.i32);
  else if ('i64' in value) pushZigzag(out, value.i64);
  else if ('text' in value) {
    const bytes = Buffer.from(value.text);
    pushVarint(out, bytes.length);
    for (const byte of bytes) out.push(byte);
  } else if ('list' in value) pushList(out, value.list);
  else pushStruct(out, value.struct);
}

function pushList(out: number[], items: readonly ThriftValue[]): void {
  const first = items[0];
  const code = first === undefined ? TYPE_CODES.i32 : TYPE_CODES[typeOf(first)];
  if (items.length < 15) out.push((items.length << 4) | code);
  else {
    out.push(0xf0 | code);
    pushVarint(out, items.length);
  }
  for (const item of items) pushValue(out, item);
}

function pushStruct(out: number[], struct: ThriftStruct): void {
  let last = 0;
  for (const [id, value] of struct) {
    out.push(((id - last) << 4) | TYPE_CODES[typeOf(value)]);
    pushValue(out, value);
    last = id;
  }
  out.push(0);
}

/** The bytes of one struct. Field ids must ascend by 15 at most. */
export function thriftBytes(struct: ThriftStruct): Buffer {
  const out: number[] = [];
  pushStruct(out, struct);
  return Buffer.from(out);
}
