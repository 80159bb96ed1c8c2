import type { EventColumns } from './eventColumns.ts';
import { writeVarints } from './varints.ts';

/** What stands before the columns, as JSON behind four bytes with its length. */
export interface PackedHead extends Pick<EventColumns, 'count' | 'lanes' | 'uncertainties' | 'omitted'> {
  format: 'afterword/events/1';
  /** Time of the first event; the others are distances to the one before. */
  from: number;
  /** Bytes of each column, in the order of `PACKED_COLUMNS`. */
  lengths: number[];
}

/** Levels are fewer than this: kind and level share a byte. */
export const LEVEL_PLACES = 8;

/** Columns as few bytes: for a million events about eight megabytes, half of that when compressed. */
export function packEvents(columns: EventColumns): Uint8Array<ArrayBuffer> {
  const { count, lanes, uncertainties, omitted, at, number } = columns;
  const sections = [
    writeVarints(count, place => (place === 0 ? 0 : at[place]! - at[place - 1]!)),
    writeVarints(count, place => (place === 0 ? number[0]! : number[place]! - number[place - 1]!)),
    writeVarints(count, place => columns.lane[place]!),
    writeVarints(count, place => columns.kind[place]! * LEVEL_PLACES + columns.level[place]!),
    writeVarints(count, place => Math.round(columns.durationUs[place]!)),
    writeVarints(count, place => columns.doubt[place]!),
  ];
  const head: PackedHead = {
    format: 'afterword/events/1',
    count,
    lanes,
    uncertainties,
    omitted,
    from: at[0] ?? 0,
    lengths: sections.map(section => section.length),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return joined([length, text, ...sections]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
