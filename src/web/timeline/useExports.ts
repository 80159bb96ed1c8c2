import type { RefObject } from 'react';
import { printInstant } from '../../core/instant.ts';
import { client } from '../api.ts';
import { t } from '../messages/index.ts';
import { say, sayError } from '../ui/Toasts.tsx';
import type { TimelineView } from './createTimelineView.ts';
import { drawPicture } from './drawPicture.ts';
import { type EventFilter, FACETS } from './model/eventFilter.ts';
import { saveFile } from './saveFile.ts';

interface ExportParts {
  incidentId: string;
  readingId: string | undefined;
  filter: EventFilter;
  viewRef: RefObject<TimelineView | undefined>;
}

/** Takes the view elsewhere: as a picture, as a table, as a link. */
export function useExports({ incidentId, readingId, filter, viewRef }: ExportParts) {
  return {
    async onPng(): Promise<void> {
      if (!viewRef.current) return;
      const picture = drawPicture(viewRef.current.stage, document.title);
      const file = await new Promise<Blob | null>(resolve => picture.toBlob(resolve, 'image/png'));
      if (file) saveFile(file, 'timeline.png');
    },
    async onCsv(): Promise<void> {
      const view = viewRef.current?.stage.view;
      if (!view || !readingId) return;
      const words = Object.fromEntries(
        FACETS.filter(facet => filter[facet].length > 0).map(facet => [facet, [...filter[facet]]]),
      );
      try {
        const stretch = { from: printInstant(Math.floor(view.from)), to: printInstant(Math.ceil(view.to)) };
        saveFile(
          (await client.timeline.csv({ incidentId, readingId, ...stretch, ...words })) as Blob,
          'timeline.csv',
        );
      } catch (error) {
        sayError(error);
      }
    },
    async onCopyLink(): Promise<void> {
      await navigator.clipboard.writeText(location.href);
      say(t.timeline.linkCopied);
    },
  };
}
