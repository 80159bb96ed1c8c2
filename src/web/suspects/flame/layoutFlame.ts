import type { CallPaths } from '../suspect.ts';

export type Measure = 'time' | 'spans';
export type Side = 'now' | 'before';

/** A call path with what the graph shows of it. */
export interface Frame {
  /** Its place in the server's answer. */
  place: number;
  parent: number | null;
  service: string;
  operation: string;
  /** How wide it is, by the chosen measure: with everything below it. */
  weights: Record<Side, number>;
  calls: number[];
  path: CallPaths['paths'][number];
}

/** A frame where it is drawn: shares of the whole width, and rows from the top. */
export interface PlacedFrame {
  frame: Frame;
  left: number;
  width: number;
  row: number;
}

export const nameOf = ({ service, operation }: Pick<Frame, 'service' | 'operation'>): string =>
  `${service} ${operation}`.trim();

/** The frames by their places, and what the widths of a path's calls add up to. */
export function framesOf(paths: CallPaths['paths'], measure: Measure): Frame[] {
  const frames = paths.map(
    (path, place): Frame => ({
      place,
      parent: path.parent,
      service: path.service,
      operation: path.operation,
      weights:
        measure === 'time'
          ? { now: path.now.totalUs, before: path.before.totalUs }
          : { now: path.now.calls, before: path.before.calls },
      calls: [],
      path,
    }),
  );
  for (const { place, parent } of frames) if (parent !== null) frames[parent]!.calls.push(place);
  if (measure === 'spans')
    // Callers stand before what they call, so going backwards everything below is added up already.
    for (const { parent, weights } of frames.toReversed()) {
      if (parent === null) continue;
      frames[parent]!.weights.now += weights.now;
      frames[parent]!.weights.before += weights.before;
    }
  return frames;
}

/** The places where paths begin. */
export const rootsOf = (frames: readonly Frame[]): number[] =>
  frames.filter(({ parent }) => parent === null).map(({ place }) => place);

/** Narrower frames, as shares of the width, are not drawn. */
const NARROWEST = 0.0005;

/**
 * Places frames below each other, from one frame or from where paths begin; what is too narrow is counted with what is
 * below it.
 */
export function placeFrames(
  frames: readonly Frame[],
  roots: readonly number[],
  side: Side,
): { placed: PlacedFrame[]; narrow: number } {
  const weightOf = (place: number): number => frames[place]!.weights[side];
  const total = Math.max(
    1,
    roots.reduce((sum, place) => sum + weightOf(place), 0),
  );
  const placed: PlacedFrame[] = [];
  let narrow = 0;
  const put = (places: readonly number[], from: number, row: number): void => {
    let left = from;
    for (const place of places) {
      const frame = frames[place]!;
      const width = weightOf(place) / total;
      if (width < NARROWEST) {
        if (width > 0) narrow += countBelow(frames, place, side);
        continue;
      }
      placed.push({ frame, left, width, row });
      put(frame.calls, left, row + 1);
      left += width;
    }
  };
  put(roots, 0, 0);
  return { placed, narrow };
}

const countBelow = (frames: readonly Frame[], place: number, side: Side): number =>
  frames[place]!.calls.reduce(
    (sum, call) => sum + (frames[call]!.weights[side] > 0 ? countBelow(frames, call, side) : 0),
    1,
  );

/** The frame that an address names by its path; undefined for all, or where there is no such path. */
export function frameAt(frames: readonly Frame[], names: readonly string[]): Frame | undefined {
  let among = rootsOf(frames);
  let found: Frame | undefined;
  for (const name of names) {
    found = among.map(place => frames[place]!).find(frame => nameOf(frame) === name);
    if (!found) return undefined;
    among = found.calls;
  }
  return found;
}

/** A frame and its callers, the first caller first. */
export function pathTo(frames: readonly Frame[], frame: Frame | undefined): Frame[] {
  const path: Frame[] = [];
  for (let one = frame; one; one = one.parent === null ? undefined : frames[one.parent]) path.unshift(one);
  return path;
}
