import { packEvents } from '../../core/chart/packEvents.ts';
import { parseInstant, printInstant } from '../../core/instant.ts';
import { findFirsts } from '../../recorder/records/findFirsts.ts';
import { readEvents } from '../../recorder/records/readEvents.ts';
import { findNumbers, readTexts } from '../../recorder/records/readTexts.ts';
import { enterReading } from '../evidence/readings/enterReading.ts';
import { findDone } from '../evidence/readings/store.ts';
import { askArchive } from '../evidence/records/askArchive.ts';
import { enterRecords } from '../evidence/records/enterRecords.ts';
import { toFilter } from '../evidence/records/toFilter.ts';
import { enterIncident } from '../platform/access/enterIncident.ts';
import { operations } from '../platform/operations/operations.ts';
import { findDraft } from '../postmortems/bundleStore.ts';
import { answerPacked } from './answerPacked.ts';
import { exportCsv } from './exportCsv.ts';
import { toOutline } from './toOutline.ts';

const on = operations.timeline;

/** Events in one answer; of more, a sample. */
const MOST_EVENTS = 1_000_000;
/** Records that a search marks; nobody steps through more. */
const MOST_MATCHES = 20_000;

const NOTHING = { reading: null, window: null, gaps: [], series: [], phases: [] };

/** Handlers of what stands behind an incident's timeline. */
export const timelineHandlers = {
  get: on.get.handler(async ({ input, context }) => {
    const incident = await enterIncident(context, input.incidentId);
    const reading = await findDone(context.db, incident.id, undefined);
    const draft = reading && (await findDraft(context.db, reading.id));
    return draft ? { reading, ...toOutline(draft.bundle) } : NOTHING;
  }),

  events: on.events.handler(async ({ input, context, signal }) => {
    const key = await enterRecords(context, input);
    const { archive } = context.platform;
    const columns = await askArchive(() => readEvents(archive, key, toFilter(input), MOST_EVENTS, signal));
    return answerPacked(context, packEvents(columns));
  }),

  texts: on.texts.handler(async ({ input, context }) => {
    const key = await enterRecords(context, input);
    return { texts: await askArchive(() => readTexts(context.platform.archive, key, input.numbers)) };
  }),

  matches: on.matches.handler(async ({ input, context }) => {
    const key = await enterRecords(context, input);
    const numbers = await askArchive(() =>
      findNumbers(context.platform.archive, key, toFilter(input), MOST_MATCHES + 1),
    );
    return { numbers: numbers.slice(0, MOST_MATCHES), isCut: numbers.length > MOST_MATCHES };
  }),

  firsts: on.firsts.handler(async ({ input: { from, to, limit, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const stretch = { from: parseInstant(from), to: parseInstant(to), most: limit };
    const { patterns, ...counts } = await askArchive(() =>
      findFirsts(context.platform.archive, key, stretch),
    );
    return {
      ...counts,
      patterns: patterns.map(({ first, ...pattern }) => ({ ...pattern, first: printInstant(first) })),
    };
  }),

  csv: on.csv.handler(async ({ input, context }) => {
    const { id, incidentId } = await enterReading(context, input);
    const key = await enterRecords(context, { incidentId, readingId: id });
    await context.record({
      kind: 'export',
      subject: { kind: 'reading', id },
      incidentId,
      after: { form: 'csv' },
    });
    return exportCsv(context, key, toFilter(input));
  }),
};
