import { useLayoutEffect, useRef, useState } from 'react';
import { zoneClock } from '../../../core/chart/zoneClock.ts';
import { useZone } from '../../ui/zone.ts';
import type { TimelineModel } from '../model/timelineModel.ts';
import type { Target } from '../stage.ts';
import { textsOf } from '../textsOf.ts';

interface TipProps {
  target: Target;
  x: number;
  y: number;
  unit: number;
  model: TimelineModel;
  texts: ReadonlyMap<number, string>;
}

/** The small panel beside the pointer. It never takes the pointer, and stays inside the plot. */
export function Tip({ target, x, y, unit, model, texts }: TipProps) {
  const zone = useZone();
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const { when, what, more } = textsOf(target, { model, texts, clock: zoneClock(zone) });
  useLayoutEffect(() => {
    const { offsetWidth, offsetHeight, parentElement } = panel.current!;
    const [wide, tall] = [parentElement?.clientWidth ?? 0, parentElement?.clientHeight ?? 0];
    const left = x * unit + 16 + offsetWidth > wide ? x * unit - offsetWidth - 12 : x * unit + 16;
    const top = y * unit + 14 + offsetHeight > tall ? y * unit - offsetHeight - 10 : y * unit + 14;
    setPlace({ left: Math.max(0, left), top: Math.max(0, top) });
  }, [x, y, unit]);
  return (
    <div
      ref={panel}
      aria-hidden
      className="pointer-events-none absolute z-20 max-w-[min(28rem,90%)] rounded border border-line bg-raised px-3 py-2 text-sm shadow-float"
      style={place}
    >
      {when && <p className="tabular text-xs text-muted">{when}</p>}
      <p className="line-clamp-4 break-words" dir="auto">
        {what}
      </p>
      {more && <p className="text-xs text-muted">{more}</p>}
    </div>
  );
}
