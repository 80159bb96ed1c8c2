import { parseInstant, printInstant } from '../../../core/instant.ts';
import { countFacets } from '../../../recorder/records/countFacets.ts';
import { countOverTime } from '../../../recorder/records/countOverTime.ts';
import { groupPatterns } from '../../../recorder/records/groupPatterns.ts';
import { listTraces } from '../../../recorder/records/listTraces.ts';
import { measureSpans, measureSpansOverTime } from '../../../recorder/records/measureSpans.ts';
import { readAround } from '../../../recorder/records/readAround.ts';
import { readSeries } from '../../../recorder/records/readSeries.ts';
import { searchRecords } from '../../../recorder/records/searchRecords.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuseAbsent } from '../../platform/operations/refuse.ts';
import { instantOf } from '../readings/toResults.ts';
import { askArchive } from './askArchive.ts';
import { enterRecords } from './enterRecords.ts';
import { toFilter } from './toFilter.ts';
import { toRecord } from './toRecord.ts';

const on = operations.records;

/** Handlers of the frozen records. */
export const recordHandlers = {
  search: on.search.handler(async ({ input: { cursor, limit, order, ...asked }, context, signal }) => {
    const key = await enterRecords(context, asked);
    const [after] = cursor ? (fromCursor(cursor, 1) as [number]) : [];
    const filter = toFilter(asked);
    const { archive } = context.platform;
    const rows = await askArchive(() =>
      searchRecords(archive, key, { filter, order, after, most: limit + 1 }, signal),
    );
    return pageFrom(rows, limit, row => [row.number], toRecord);
  }),

  facets: on.facets.handler(async ({ input, context }) => {
    const key = await enterRecords(context, input);
    const { words, from, to, records } = await askArchive(() =>
      countFacets(context.platform.archive, key, toFilter(input)),
    );
    return { ...words, records, from: instantOf(from), to: instantOf(to) };
  }),

  histogram: on.histogram.handler(async ({ input: { buckets, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const { from, ...counts } = await askArchive(() =>
      countOverTime(context.platform.archive, key, toFilter(asked), buckets),
    );
    return { from: instantOf(from), ...counts };
  }),

  patterns: on.patterns.handler(async ({ input: { limit, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const { patterns, ...counts } = await askArchive(() =>
      groupPatterns(context.platform.archive, key, toFilter(asked), limit),
    );
    return {
      ...counts,
      patterns: patterns.map(({ first, last, ...pattern }) => ({
        ...pattern,
        first: instantOf(first),
        last: instantOf(last),
      })),
    };
  }),

  series: on.series.handler(async ({ input: { name, points, limit, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const { archive } = context.platform;
    const thinned = { names: name, points, most: limit };
    return { series: await askArchive(() => readSeries(archive, key, toFilter(asked), thinned)) };
  }),

  latency: on.latency.handler(async ({ input: { limit, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const { archive } = context.platform;
    return { services: await askArchive(() => measureSpans(archive, key, toFilter(asked), limit)) };
  }),

  latencyOverTime: on.latencyOverTime.handler(async ({ input: { buckets, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const stretch = { from: parseInstant(asked.from), to: parseInstant(asked.to) };
    if (stretch.to <= stretch.from) return { buckets: [] };
    const filter = { ...toFilter(asked), ...stretch };
    const measured = await askArchive(() =>
      measureSpansOverTime(context.platform.archive, key, filter, buckets),
    );
    return { buckets: measured.map(({ at, ...measures }) => ({ at: printInstant(at), ...measures })) };
  }),

  traces: on.traces.handler(async ({ input: { order, limit, caller, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const found = await askArchive(() =>
      listTraces(context.platform.archive, key, toFilter(asked), { caller, order, most: limit }),
    );
    return { traces: found.map(({ at, ...trace }) => ({ ...trace, at: printInstant(at) })) };
  }),

  around: on.around.handler(async ({ input: { number, before, after, ...asked }, context }) => {
    const key = await enterRecords(context, asked);
    const rows = await askArchive(() => readAround(context.platform.archive, key, { number, before, after }));
    if (rows.length === 0) refuseAbsent('record');
    return { records: rows.map(toRecord) };
  }),
};
