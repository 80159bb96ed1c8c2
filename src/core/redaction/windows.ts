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
  return {
    add(at) {
      const start = Math.max(0, at - BEFORE);
      const end = Math.min(length, at + reach);
      const last = windows.at(-1);
      if (last && start <= last[1]) {
        last[0] = Math.min(last[0], start);
        last[1] = Math.max(last[1], end);
      } else windows.push([start, end]);
    },
    merged: () => windows,
  };
}
