import { PbfWriter } from 'pbf';
import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';
import { LOGS, METRICS, PARENT, resource, SPAN, SPANS, TRACE } from './examples.testing.ts';

type Write = (pbf: PbfWriter) => void;
const message =
  (...fields: Write[]): Write =>
  pbf => {
    for (const field of fields) field(pbf);
  };
const nest =
  (tag: number, ...fields: Write[]): Write =>
  pbf =>
    pbf.writeMessage(tag, (_: undefined, inner: PbfWriter) => message(...fields)(inner), undefined);
const string =
  (tag: number, value: string): Write =>
  pbf =>
    pbf.writeStringField(tag, value);
const bytes =
  (tag: number, hex: string): Write =>
  pbf =>
    pbf.writeBytesField(tag, Buffer.from(hex, 'hex'));
const varint =
  (tag: number, value: number): Write =>
  pbf =>
    pbf.writeVarintField(tag, value);
const double =
  (tag: number, value: number): Write =>
  pbf =>
    pbf.writeDoubleField(tag, value);
const fixed =
  (tag: number, value: bigint): Write =>
  pbf => {
    pbf.writeTag(tag, 1);
    const eight = Buffer.alloc(8);
    eight.writeBigUInt64LE(value);
    for (let i = 0; i < 8; i += 4) pbf.writeFixed32(eight.readUInt32LE(i));
  };
const pair = (tag: number, key: string, value: string) =>
  nest(tag, string(1, key), nest(2, string(1, value)));
const encode = (...fields: Write[]): Uint8Array => {
  const pbf = new PbfWriter();
  message(...fields)(pbf);
  return pbf.finish();
};

const origin = nest(1, ...resource.attributes.map(({ key, value }) => pair(1, key, value.stringValue)));
const logs = encode(
  nest(
    1,
    origin,
    nest(
      2,
      nest(1, string(1, 'app')),
      nest(
        2,
        fixed(1, 1675079459971622667n),
        varint(2, 17),
        string(3, 'ERROR'),
        nest(5, string(1, 'card declined')),
        nest(6, string(1, 'tries'), nest(2, varint(3, 3))),
        bytes(9, TRACE),
        bytes(10, SPAN),
      ),
    ),
  ),
);
const spans = encode(
  nest(
    1,
    origin,
    nest(
      2,
      nest(
        2,
        bytes(1, TRACE),
        bytes(2, SPAN),
        bytes(4, PARENT),
        string(5, 'POST /pay'),
        varint(6, 2),
        fixed(7, 1675079501299000000n),
        fixed(8, 1675079501682364930n),
        nest(
          11,
          fixed(1, 1675079501400000000n),
          string(2, 'exception'),
          pair(3, 'exception.message', 'boom'),
        ),
        nest(15, string(2, 'declined'), varint(3, 2)),
      ),
    ),
  ),
);
const metrics = encode(
  nest(
    1,
    origin,
    nest(
      2,
      nest(
        2,
        string(1, 'cpu'),
        string(3, '1'),
        nest(5, nest(1, fixed(3, 1675079459000000000n), double(4, 0.5))),
      ),
      nest(
        2,
        string(1, 'requests'),
        nest(7, nest(1, fixed(3, 1675079459000000000n), fixed(6, 42n)), varint(2, 2), varint(3, 1)),
      ),
      nest(
        2,
        string(1, 'latency'),
        nest(
          9,
          nest(
            1,
            fixed(3, 1675079459000000000n),
            fixed(4, 3n),
            double(5, 1.5),
            pbf => pbf.writePackedFixed64(6, [1, 2, 0]),
            pbf => pbf.writePackedDouble(7, [0.1, 1]),
          ),
        ),
      ),
    ),
  ),
);
const prefix = (bytes: Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const delimit = (bytes: Uint8Array) => {
  const pbf = new PbfWriter();
  pbf.writeVarint(bytes.length);
  return Buffer.concat([pbf.finish(), bytes]);
};

test.each([
  ['logs', logs, LOGS],
  ['traces', spans, SPANS],
  ['metrics', metrics, METRICS],
])('%s give the records that their JSON gives', async (_, binary, json) => {
  const fromBinary = await readAll(binary, { size: 10 });
  const fromJson = await readAll(JSON.stringify(json));
  expect(fromBinary.reader).toBe('otlp-protobuf');
  expect(fromBinary.unread).toEqual([]);
  expect(fromBinary.records).toEqual(fromJson.records);
});

test.each([
  ['behind four bytes of length', prefix],
  ['behind a varint of length', delimit],
  ['bare', (bytes: Uint8Array) => bytes],
])('many messages, %s, are all read', async (_, frame) => {
  const { records, unread } = await readAll(Buffer.concat([logs, spans, metrics].map(frame)), {
    size: 100,
  });
  expect(unread).toEqual([]);
  expect(records.map(record => record.kind)).toEqual(['log', 'span', 'event', ...Array(7).fill('metric')]);
});

test('a cut-off file gives the whole batches and says what is missing', async () => {
  const { records, unread } = await readAll(Buffer.concat([logs, spans]).subarray(0, logs.length + 40));
  expect(records).toHaveLength(1);
  expect(unread.map(entry => entry.why)).toEqual(['the last 40 bytes are not a whole batch']);
});
