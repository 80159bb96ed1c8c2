import { parseInstant, printInstant } from '../../core/instant.ts';
import { rollUpPaths } from '../../core/traces/rollUpPaths.ts';
import { measureCalls } from '../../recorder/spans/measureCalls.ts';
import { measureVersions } from '../../recorder/spans/measureVersions.ts';
import { measureVersionsOverTime } from '../../recorder/spans/measureVersionsOverTime.ts';
import { mergeCallPaths } from '../../recorder/spans/mergeCallPaths.ts';
import { askArchive } from '../evidence/records/askArchive.ts';
import { enterRecords } from '../evidence/records/enterRecords.ts';
import { operations } from '../platform/operations/operations.ts';
import { callsWithin } from './callsWithin.ts';
import { toPath } from './toPath.ts';
import { toStretch } from './toStretch.ts';

const on = operations.traces;

/** Handlers of what the spans say together. */
export const traceHandlers = {
  callPaths: on.callPaths.handler(async ({ input, context, signal }) => {
    const key = await enterRecords(context, input);
    const { archive } = context.platform;
    const { service, traceId, limit } = input;
    const asked = { ...toStretch(input), service, traceId };
    const { paths, ...counts } = await askArchive(() => mergeCallPaths(archive, key, asked, signal));
    const { nodes, omitted } = rollUpPaths(paths, limit);
    return { paths: nodes.map(toPath), omitted, ...counts };
  }),

  versions: on.versions.handler(async ({ input, context, signal }) => {
    const key = await enterRecords(context, input);
    const { archive } = context.platform;
    const { versions, everyNth } = await askArchive(() =>
      measureVersions(archive, key, { ...toStretch(input), most: input.limit }, signal),
    );
    return {
      versions: versions.map(({ first, last, ...version }) => ({
        ...version,
        first: printInstant(first),
        last: printInstant(last),
      })),
      everyNth,
    };
  }),

  versionsOverTime: on.versionsOverTime.handler(async ({ input, context, signal }) => {
    const key = await enterRecords(context, input);
    const stretch = { from: parseInstant(input.from), to: parseInstant(input.to) };
    if (stretch.to <= stretch.from) return { versions: [], everyNth: 1 };
    const { buckets, limit: most } = input;
    const { versions, everyNth } = await askArchive(() =>
      measureVersionsOverTime(context.platform.archive, key, { ...stretch, buckets, most }, signal),
    );
    return {
      versions: versions.map(({ buckets: points, ...version }) => ({
        ...version,
        buckets: points.map(({ at, ...measures }) => ({ at: printInstant(at), ...measures })),
      })),
      everyNth,
    };
  }),

  calls: on.calls.handler(async ({ input, context, signal }) => {
    const key = await enterRecords(context, input);
    const { archive } = context.platform;
    const found = await askArchive(() => measureCalls(archive, key, toStretch(input), signal));
    return { ...callsWithin(found, input.limit), everyNth: found.everyNth };
  }),
};
