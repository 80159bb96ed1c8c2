import type { Level, ReadRecord } from '../../../core/record.ts';
import { attributeOf, type JsonObject } from '../json/value.ts';
import { firstWhen } from '../names/whenOf.ts';
import type { TimeContext } from '../reader.ts';

/** What a source of changes says of one deploy, push, commit, run or release. */
export interface Change {
  /** `event` for what does not change what runs: a test run, a comment. */
  kind: 'change' | 'event';
  name: string;
  body?: string | undefined;
  /** Times to try, the best first. */
  times: readonly unknown[];
  service?: string | undefined;
  level?: Level;
  details?: JsonObject;
}

/** The record of a change. */
export function changeRecord(change: Change, time: TimeContext): ReadRecord {
  const details = Object.entries(change.details ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return {
    ...firstWhen(time, ...change.times),
    kind: change.kind,
    service: change.service,
    level: change.level ?? 'info',
    name: change.name.trim(),
    body: change.body ?? '',
    attributes: Object.fromEntries(details.map(([key, value]) => [key, attributeOf(value)])),
  };
}

/** The level that the outcome of a run or a deploy means. */
export function levelOfOutcome(outcome: string | undefined): Level {
  return /fail|error|timed_out|startup_failure|broken|degraded/i.test(outcome ?? '') ? 'error' : 'info';
}

/** Whether a run by its name changes what runs in production. */
export function isDelivery(name: string | undefined): boolean {
  return /\b(?:deploy|release|rollout|roll-out|publish|promote|ship|delivery|cd)/i.test(name ?? '');
}

/** The first line of a message. */
export function subjectOf(message: string | undefined): string {
  return (message ?? '').split('\n', 1)[0] as string;
}
