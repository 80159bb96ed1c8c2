import { Fragment, type ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { Time } from '../../ui/Time.tsx';
import { microsText, signedMicrosText } from '../results/microsText.ts';
import { placeOf } from './citationOf.ts';
import type { LogRecord } from './record.ts';

/** What is known of a record besides what it says; what is not known is left out. */
export function RecordFacts({ record }: { record: LogRecord }) {
  const names = t.evidence.logs.fact;
  const { at, atRaw, clockCorrectionUs, clockUncertaintyUs, durationUs, value } = record;
  const facts: [string, ReactNode][] = [
    [names.at, at && <Time at={at} digits={6} />],
    [names.atRaw, atRaw],
    [
      names.clock,
      (clockCorrectionUs !== 0 || clockUncertaintyUs !== null) &&
        `${signedMicrosText(clockCorrectionUs)}${clockUncertaintyUs === null ? '' : ` ± ${microsText(clockUncertaintyUs)}`}`,
    ],
    [names.place, placeOf(record)],
    [names.service, record.service],
    [names.host, record.host],
    [names.level, record.level],
    [names.kind, record.kind],
    [names.name, record.body && record.name],
    [names.duration, durationUs !== null && microsText(durationUs)],
    [names.value, value !== null && String(value)],
    [names.traceId, record.traceId],
    [names.spanId, record.spanId],
    ...attributesOf(record.attributes),
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {facts.map(
        ([name, shown]) =>
          shown && (
            <Fragment key={name}>
              <dt className="text-muted">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">
                <bdi>{shown}</bdi>
              </dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function attributesOf(text: string): [string, string][] {
  if (!text) return [];
  try {
    const all = JSON.parse(text) as Record<string, unknown>;
    return Object.entries(all).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
  } catch {
    // A source may have cut its own attributes: they are shown as they are.
    return [[t.evidence.logs.fact.attributes, text]];
  }
}
