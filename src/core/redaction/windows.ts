/** Stretches of a text in which a rule is to be searched. */
export interface Windows {
  add(at: number): void;
  /** `[start, end)`, ascending, without overlaps. */
  merged(): readonly (readonly [number, number])[];
}

const BEFORE = 128;
const DEFAULT_REACH = 512;

/** Collects places, given in about ascending order, and joins the windows around them. */
export function createWindows(length: number, reach = DEFAULT_REACH): Windows {
  const windows: [number, number][] = [];
  let last: [number, number] | undefined;
  return {
    add(at) {
      const start = Math.max(0, at - BEFORE);
      const end = Math.min(length, at + reach);
      if (last === undefined || start > last[1]) {
        last = [start, end];
        windows.push(last);
        return;
      }
      if (start < last[0]) last[0] = start;
      if (end > last[1]) last[1] = end;
    },
    merged: () => windows,
  };
}
