import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { isObject, type JsonObject, objectsOf } from '../json/value.ts';
import { ALERTMANAGER } from './alertmanager.ts';
import { AXIOM } from './axiom.ts';
import { CHECKLY } from './checkly.ts';
import { CLOUDEVENTS } from './cloudevents.ts';
import { CLOUDWATCH } from './cloudwatch.ts';
import { DATADOG } from './datadog.ts';
import { GCP_MONITORING } from './gcpMonitoring.ts';
import { GRAFANA } from './grafana.ts';
import { GRAYLOG } from './graylog.ts';
import { type Notice, noticeRecords, type Signal } from './notice.ts';
import { OPSGENIE } from './opsgenie.ts';
import { PAGERDUTY } from './pagerduty.ts';
import { SENTRY } from './sentry.ts';
import { SIGNALFX } from './signalfx.ts';
import { WAZUH } from './wazuh.ts';

/** Who sends alerts; the most particular shapes first. */
export const SIGNALS: readonly Signal[] = [
  ALERTMANAGER,
  PAGERDUTY,
  OPSGENIE,
  SENTRY,
  CLOUDWATCH,
  GCP_MONITORING,
  AXIOM,
  GRAYLOG,
  CHECKLY,
  SIGNALFX,
  WAZUH,
  GRAFANA,
  DATADOG,
  CLOUDEVENTS,
];

/** Alert payloads of any vendor we know, bare, in a list, or in the envelope of whoever kept them. */
const SIGNALS_JSON: JsonFormat = {
  name: 'alerts',
  version: 1,
  arrays: [],
  matches: document => (payloadsOf(document).some(payload => vendorOf(payload)) ? 0.97 : 0),
  read(entry, { time }) {
    const read = payloadsOf(entry).flatMap(payload => {
      const signal = vendorOf(payload);
      return signal ? signal.read(payload).map((notice): [Notice, Signal] => [notice, signal]) : [];
    });
    if (read.length === 0) return undefined;
    return read.flatMap(([notice, signal]) => noticeRecords(notice, signal.vendor, time));
  },
};

export const SIGNAL_READERS = jsonReaders(SIGNALS_JSON);

function vendorOf(payload: JsonObject): Signal | undefined {
  return SIGNALS.find(signal => signal.matches(payload));
}

/** Keys under which payloads are kept: of samples, request logs, queues. */
const ENVELOPES = ['payload', 'body', 'ALERTS', 'alert', 'data', 'message', 'request', 'webhook'];
const DEEPEST = 4;

/** The payloads inside an envelope, or the document itself when a vendor knows it. */
function payloadsOf(document: JsonObject, depth = 0): JsonObject[] {
  if (vendorOf(document) || depth === DEEPEST) return [document];
  const inner = ENVELOPES.flatMap(key => opened(document[key]));
  if (inner.length === 0) return [document];
  return inner.flatMap(value => {
    const found = payloadsOf(value, depth + 1);
    if (found.some(payload => vendorOf(payload))) return found;
    // Named samples: each member holds a payload.
    return Object.values(value)
      .filter(isObject)
      .flatMap(member => payloadsOf(member, depth + 1));
  });
}

/** The objects in an envelope's member: an object, a list of them, or JSON as text. */
function opened(value: unknown): JsonObject[] {
  if (isObject(value)) return [value];
  if (Array.isArray(value)) return objectsOf(value);
  if (typeof value !== 'string' || !value.startsWith('{')) return [];
  try {
    return objectsOf([JSON.parse(value)]);
  } catch {
    return [];
  }
}
