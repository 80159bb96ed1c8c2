import { type RefObject, useEffect, useRef } from 'react';
import type { TimelineView } from '../createTimelineView.ts';
import { drawPicture } from '../drawPicture.ts';

/** The view on paper: a canvas is not drawn again for a page of another width, so a picture of it is printed instead. */
export function PrintedStage({ viewRef }: { viewRef: RefObject<TimelineView | undefined> }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = (): void => {
      const stage = viewRef.current?.stage;
      if (stage) place.current?.replaceChildren(drawPicture(stage, ''));
    };
    const clear = (): void => place.current?.replaceChildren();
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', clear);
    };
  }, [viewRef]);
  return <div ref={place} aria-hidden className="hidden print:block [&>canvas]:w-full" />;
}
