import { listReplacements } from '../../../recorder/records/listReplacements.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { answerFile } from './answerFile.ts';
import { enterReading, enterThickReading } from './enterReading.ts';
import { pageOfList } from './pageOfList.ts';
import { findFile, findPart } from './store.ts';
import { toClockReport, toCoverageRow, toGap, toSuspect } from './toResults.ts';

const on = operations.readings;

/** Handlers of what came of a reading: the newest that is done, or the one that is asked for. */
export const resultHandlers = {
  coverage: on.coverage.handler(async ({ input, context }) => {
    const { id } = await enterReading(context, input);
    const rows = await findPart(context.db, id, 'coverage');
    const chosen = input.isIncomplete
      ? rows.filter(({ skipped, text, withoutTime }) => skipped !== '' || text > 0 || withoutTime > 0)
      : rows;
    return pageOfList(chosen, input, toCoverageRow);
  }),

  gaps: on.gaps.handler(async ({ input, context }) => {
    const { id } = await enterReading(context, input);
    const gaps = await findPart(context.db, id, 'gaps');
    const chosen = input.kind ? gaps.filter(({ kind }) => input.kind!.includes(kind)) : gaps;
    return pageOfList(chosen, input, toGap);
  }),

  clocks: on.clocks.handler(async ({ input, context }) => {
    const { id } = await enterReading(context, input);
    return toClockReport(await findPart(context.db, id, 'clocks'));
  }),

  redactions: on.redactions.handler(async ({ input, context }) => {
    const { id } = await enterReading(context, input);
    return { rules: await findPart(context.db, id, 'redactions') };
  }),

  replacements: on.replacements.handler(
    async ({ input: { incidentId, readingId, cursor, limit, ...filter }, context }) => {
      const { id } = await enterThickReading(context, { incidentId, readingId });
      const file = await findFile(context.db, id, 'evidence/redactions.parquet');
      // Where nothing was replaced, there is no file.
      if (!file) return { items: [], nextCursor: null };
      const [after] = cursor ? (fromCursor(cursor, 1) as [number]) : [];
      const rows = await listReplacements(context.platform.archive, file.objectKey, {
        ...filter,
        after,
        most: limit + 1,
      });
      return pageFrom(
        rows,
        limit,
        row => [row.number],
        row => row,
      );
    },
  ),

  suspects: on.suspects.handler(async ({ input, context }) => {
    const { id } = await enterReading(context, input);
    return { suspects: (await findPart(context.db, id, 'suspects')).map(toSuspect) };
  }),

  manifest: on.manifest.handler(async ({ input, context }) => {
    const reading = await enterReading(context, input);
    return answerFile(context, reading, {
      path: 'evidence/manifest.jsonl',
      name: 'manifest.jsonl',
    });
  }),
};
