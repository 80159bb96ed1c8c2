/** A way to put several protobuf messages into one file. */
export interface Framing {
  /** Length of the header at `at`, and of the message behind it; undefined when more bytes are needed. */
  header(bytes: Uint8Array, at: number): { header: number; message: number } | undefined;
}

/** One message that fills the file; several written after each other are one message to protobuf. */
const bare: Framing = { header: () => ({ header: 0, message: Number.POSITIVE_INFINITY }) };

/** Each message behind its length as a varint, as `writeDelimitedTo` does. */
const delimited: Framing = {
  header: (bytes, at) => {
    const length = readLength(bytes, at);
    return length && { header: length.size, message: length.value };
  },
};

/** Each message behind its length in four bytes, the highest first, as the collector's file exporter does. */
const prefixed: Framing = {
  header: (bytes, at) => {
    if (at + 4 > bytes.length) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 4);
    return { header: 4, message: view.getUint32(0) };
  },
};

/** Framings, the surest first. */
export const FRAMINGS: readonly Framing[] = [prefixed, delimited, bare];

/** A varint of at most five bytes; undefined when the bytes end before it does. */
export function readLength(bytes: Uint8Array, at: number): { value: number; size: number } | undefined {
  let value = 0;
  for (let size = 1; size <= 5; size++) {
    const byte = bytes[at + size - 1];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * (size - 1));
    if (byte < 0x80) return { value, size };
  }
  return { value, size: 5 };
}
