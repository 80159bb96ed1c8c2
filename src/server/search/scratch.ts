/**
 * Arrays that are used again and again, by what is done before anything is waited for: as large as an archive, they would
 * otherwise have the memory cleaned up every few questions, which takes longer than the questions.
 */
export function createScratch<T extends Uint8Array | Uint16Array | Uint32Array>(
  create: (length: number) => T,
): (length: number) => T {
  let array = create(0);
  return length => {
    if (array.length < length) array = create(2 ** Math.ceil(Math.log2(length)));
    return array.subarray(0, length) as T;
  };
}
