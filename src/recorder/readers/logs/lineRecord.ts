import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { DOCKER_JSON } from '../lines/dockerJson.ts';
import { readEmbedded } from '../lines/embedded.ts';
import type { LabelOrigin } from '../names/originOfLabels.ts';
import { whenOf } from '../names/whenOf.ts';
import type { ReadContext } from '../reader.ts';

/** The record of a log line that a log store kept with its own stamp and labels. The line is read on as its program wrote it. */
export function lineRecord(
  line: string,
  stamp: unknown,
  origin: LabelOrigin,
  context: ReadContext,
): ReadRecord {
  const when = whenOf(stamp, context.time);
  const docker = line.startsWith('{"log":') ? DOCKER_JSON.read(line, context) : undefined;
  const outer =
    when.at === undefined ? undefined : { at: when.at, precision: when.precision, zoned: when.zoned };
  const record = docker && !Array.isArray(docker) ? docker : readEmbedded(line, outer, when.atRaw, context);
  const attributes: Attributes = { ...record.attributes, ...origin.attributes };
  return {
    ...record,
    ...(outer ? when : {}),
    host: origin.host ?? record.host,
    service: origin.service ?? record.service,
    attributes,
  };
}
