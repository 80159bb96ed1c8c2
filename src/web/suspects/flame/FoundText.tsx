import { t } from '../../messages/index.ts';
import { shareText } from './frameFigures.ts';
import { type Frame, type PlacedFrame, pathTo } from './layoutFlame.ts';

interface FoundTextProps {
  frames: readonly Frame[];
  placed: readonly PlacedFrame[];
  isFound(place: number): boolean;
}

/** How many paths fit what is looked for, and how much of the width they take; one below another counts once. */
export function FoundText({ frames, placed, isFound }: FoundTextProps) {
  const hits = placed.filter(({ frame }) => isFound(frame.place));
  const isOuter = (frame: Frame): boolean =>
    !pathTo(frames, frame)
      .slice(0, -1)
      .some(({ place }) => isFound(place));
  const share = hits.reduce((sum, { frame, width }) => sum + (isOuter(frame) ? width : 0), 0);
  return (
    <span role="status" className="text-sm text-muted">
      {hits.length === 0 ? t.traces.flame.noneFound : t.traces.flame.found(hits.length, shareText(share))}
    </span>
  );
}
