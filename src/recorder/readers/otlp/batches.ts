import type { ReadRecord } from '../../../core/record.ts';
import { originOf } from './attributes.ts';
import { logsOf } from './logs.ts';
import { metricsOf } from './metrics.ts';
import type { ResourceBatch } from './shape.ts';
import { spansOf } from './spans.ts';

/** The records of what one resource reported. */
export function recordsOfBatch(batch: ResourceBatch): ReadRecord[] {
  const origin = originOf(batch.resource);
  const records: ReadRecord[] = [];
  logsOf(batch, origin, records);
  spansOf(batch, origin, records);
  metricsOf(batch, origin, records);
  return records;
}
