import { z } from 'zod';
import type { Bundle } from '../core/document/bundle.ts';
import { givenBytes } from './bytes.ts';
import { reads } from './operation.ts';
import { citation } from './postmortemFields.ts';
import { ofReading } from './readings.ts';
import { EVERYONE } from './roles.ts';
import { several, text } from './values.ts';

const about = (path: string, summary: string, isTool: boolean) =>
  reads(EVERYONE, { isTool }).route({ method: 'GET', path: `/incidents/{incidentId}/${path}`, summary });

const bundle = z
  .custom<Bundle>()
  .describe('The bundle, as `bundle.json` of a draft; its schema is docs/reference/bundle.schema.json.');

/** What the evidence says by itself, as data and in two forms to read. */
export const drafts = {
  get: about('draft', 'Read the draft as data: every sentence with what it rests on.', false)
    .input(ofReading)
    .output(bundle),

  citations: about('draft/citations', 'Read the evidence that sentences of the draft rest on.', false)
    .input(ofReading.extend({ ids: several(text(40)).describe('`e3`') }))
    .output(z.object({ items: z.array(citation) })),

  markdown: about('draft/markdown', 'Export the draft as Markdown.', true)
    .input(ofReading)
    .output(z.object({ markdown: z.string() })),

  page: about('draft/page', 'Export the draft as one HTML page that needs nothing else.', false)
    .input(ofReading)
    .output(givenBytes('text/html')),
};
