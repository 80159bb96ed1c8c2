import { createColumns, type EventColumns } from './eventColumns.ts';
import { LEVEL_PLACES, type PackedHead } from './packEvents.ts';
import { createVarintReader } from './varints.ts';

/** Events read between two breaths: about a millisecond. */
export const STRETCH = 32_768;

/**
 * Columns from the bytes that `packEvents` made, in stretches, so that whoever runs it can do something else in
 * between. Throws where the bytes are of another format.
 */
export function* unpackEvents(bytes: Uint8Array): Generator<undefined, EventColumns> {
  const { head, sections } = readHead(bytes);
  const columns = createColumns(head.count, head);
  const [time, number, lane, kind, duration, doubt] = sections.map(createVarintReader) as Six;
  let [at, last] = [head.from, 0];
  for (let place = 0; place < head.count; place++) {
    columns.at[place] = at += time();
    columns.number[place] = last += number();
    columns.lane[place] = lane();
    const both = kind();
    columns.kind[place] = both / LEVEL_PLACES;
    columns.level[place] = both % LEVEL_PLACES;
    columns.durationUs[place] = duration();
    columns.doubt[place] = doubt();
    if (place % STRETCH === STRETCH - 1) yield;
  }
  return columns;
}

type Reader = () => number;
type Six = [Reader, Reader, Reader, Reader, Reader, Reader];

function readHead(bytes: Uint8Array): { head: PackedHead; sections: Uint8Array[] } {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as PackedHead;
  if (head.format !== 'afterword/events/1') throw new Error(`events of an unknown format: ${head.format}`);
  let start = 4 + length;
  const sections = head.lengths.map(size => {
    const section = bytes.subarray(start, start + size);
    start += size;
    return section;
  });
  return { head, sections };
}
