import type { Bundle } from '../../../core/document/bundle.ts';
import { toMarkdown } from '../../../core/document/toMarkdown.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { nameFile } from '../../platform/operations/nameFile.ts';
import { operations } from '../../platform/operations/operations.ts';
import { refuseAbsent } from '../../platform/operations/refuse.ts';
import { findDraft } from '../../postmortems/bundleStore.ts';
import { type EnteredReading, enterThickReading } from '../readings/enterReading.ts';

const on = operations.drafts;

type Asked = Parameters<typeof enterThickReading>[1];

async function load(
  context: OperationContext,
  asked: Asked,
): Promise<{ bundle: Bundle; reading: EnteredReading }> {
  const reading = await enterThickReading(context, asked);
  const { bundle } = (await findDraft(context.db, reading.id)) ?? refuseAbsent('draft');
  return { bundle, reading };
}

/** A draft that leaves the product is on record as an export. */
const recordExport = (context: OperationContext, { id, incidentId }: EnteredReading, form: string) =>
  context.record({ kind: 'export', subject: { kind: 'reading', id }, incidentId, after: { form } });

/** Handlers of what the evidence says by itself. */
export const draftHandlers = {
  get: on.get.handler(async ({ input, context }) => (await load(context, input)).bundle),

  citations: on.citations.handler(async ({ input: { ids, ...asked }, context }) => {
    const { bundle } = await load(context, asked);
    const wanted = new Set(ids);
    return { items: bundle.citations.filter(({ id }) => wanted.has(id)) };
  }),

  markdown: on.markdown.handler(async ({ input, context }) => {
    const { bundle, reading } = await load(context, input);
    await recordExport(context, reading, 'markdown');
    return { markdown: toMarkdown(bundle) };
  }),

  page: on.page.handler(async ({ input, context }) => {
    const { bundle, reading } = await load(context, input);
    // The page's writer carries its own scripts along: it is loaded only where a page is asked for.
    const { toHtml } = await import('../../../recorder/page/toHtml.ts');
    const page = toHtml(bundle);
    await recordExport(context, reading, 'page');
    nameFile(context, 'postmortem.html');
    return new Blob([page]).stream() as ReadableStream<Uint8Array>;
  }),
};
