/** Unsigned integers of any size up to 2^53, seven bits a byte, the lowest first: small ones take one byte. */

/** Writes integers, one for each place up to `count`. */
export function writeVarints(count: number, valueAt: (place: number) => number): Uint8Array {
  let bytes = new Uint8Array(count + 16);
  let end = 0;
  for (let place = 0; place < count; place++) {
    if (end + 8 > bytes.length) bytes = grown(bytes);
    let value = valueAt(place);
    while (value >= 128) {
      bytes[end++] = (value % 128) + 128;
      value = Math.floor(value / 128);
    }
    bytes[end++] = value;
  }
  return bytes.subarray(0, end);
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

/** Reads them again, one after the other. Reads 0 behind the end. */
export function createVarintReader(bytes: Uint8Array): () => number {
  let place = 0;
  return () => {
    const first = bytes[place++] ?? 0;
    if (first < 128) return first;
    let value = first - 128;
    for (let factor = 128; ; factor *= 128) {
      const next = bytes[place++] ?? 0;
      if (next < 128) return value + next * factor;
      value += (next - 128) * factor;
    }
  };
}
