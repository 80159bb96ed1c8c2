import { firstText, objectOf, textOf } from '../json/value.ts';
import type { Signal } from './notice.ts';

const OVER = /^(ok|stopped|manually resolved|auto resolved|cleared)$/i;

/**
 * SignalFx (Splunk Observability) detectors. When the payload has no time of its own, its message says it.
 *
 * `{"severity":"Critical","statusExtended":"anomalous","detectorUrl":"…","incidentId":"…","messageTitle":"…"}`
 */
export const SIGNALFX: Signal = {
  vendor: 'signalfx',
  matches: payload => 'incidentId' in payload && ('detectorUrl' in payload || 'detectOnCondition' in payload),
  read(document) {
    // Some senders nest the rest of the payload below its inputs.
    const payload = { ...objectOf(document.inputs), ...document };
    const body = textOf(payload.messageBody) ?? textOf(payload.description);
    const status = firstText(payload, 'statusExtended', 'status') ?? '';
    const isOver = OVER.test(status) || /resolved|cleared/i.test(textOf(payload.messageTitle) ?? '');
    const written = / at (\w{3}, \d{1,2} \w{3} \d{4} [\d:]+ \w+)/.exec(body ?? '')?.[1];
    return [
      {
        name: firstText(payload, 'rule', 'detector', 'messageTitle'),
        body,
        severity: textOf(payload.severity),
        state: isOver ? 'resolved' : 'firing',
        toldAt: payload.timestamp ?? payload.timestampISO8601 ?? written,
        id: textOf(payload.incidentId),
        url: textOf(payload.detectorUrl),
        labels: objectOf(payload.dimensions),
        details: {
          title: payload.messageTitle,
          detector: payload.detector,
          metric: payload.originatingMetric,
          condition: payload.detectOnCondition,
          runbook: payload.runbookUrl,
        },
      },
    ];
  },
};
