import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { isObject, type JsonObject, objectsOf } from '../json/value.ts';
import { ALERTMANAGER } from './alertmanager.ts';
import { ANY_ALERT } from './anyAlert.ts';
import { AXIOM } from './axiom.ts';
import { AZURE } from './azure.ts';
import { CHECKLY } from './checkly.ts';
import { CLOUDEVENTS } from './cloudevents.ts';
import { CLOUDWATCH } from './cloudwatch.ts';
import { DATADOG } from './datadog.ts';
import { GCP_MONITORING } from './gcpMonitoring.ts';
import { GRAFANA } from './grafana.ts';
import { GRAYLOG } from './graylog.ts';
import { noticeRecords, type Signal } from './notice.ts';
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
  AZURE,
  AXIOM,
  GRAYLOG,
  CHECKLY,
  SIGNALFX,
  WAZUH,
  GRAFANA,
  DATADOG,
  CLOUDEVENTS,
];

/** Surer than JSON of any kind, less sure than any format that we know. */
const SURE_OF_OTHERS = 0.955;

/** Alert payloads of any vendor, bare, in a list, or in the envelope of whoever kept them. */
const SIGNALS_JSON: JsonFormat = {
  name: 'alerts',
  version: 1,
  arrays: [],
  matches(document) {
    if (payloadsOf(document).some(vendorOf)) return 0.97;
    return alertsIn(document).length > 0 ? SURE_OF_OTHERS : 0;
  },
  read(entry, { time }) {
    const known = payloadsOf(entry).flatMap(payload => {
      const signal = vendorOf(payload);
      return signal ? [{ payload, signal }] : [];
    });
    const read = known.length > 0 ? known : alertsIn(entry).map(payload => ({ payload, signal: ANY_ALERT }));
    if (read.length === 0) return undefined;
    return read.flatMap(({ payload, signal }) =>
      signal.read(payload).flatMap(notice => noticeRecords(notice, signal.vendor, time)),
    );
  },
};

export const SIGNAL_READERS = jsonReaders(SIGNALS_JSON);

function vendorOf(payload: JsonObject): Signal | undefined {
  return SIGNALS.find(signal => signal.matches(payload));
}

/** Keys under which payloads are kept: of samples, request logs, queues. */
const ENVELOPES = ['payload', 'body', 'ALERTS', 'alert', 'data', 'message', 'request', 'webhook'];
/** Those that say of what they hold that it is a whole payload, or several. */
const PLAIN_ENVELOPES = ['payload', 'body', 'ALERTS', 'alerts', 'incidents', 'problems'];
const DEEPEST = 4;

/** The payloads inside an envelope, or the document itself when a vendor knows it. */
function payloadsOf(document: JsonObject, depth = 0): JsonObject[] {
  if (vendorOf(document) || depth === DEEPEST) return [document];
  const inner = ENVELOPES.flatMap(key => opened(document[key]));
  if (inner.length === 0) return [document];
  return inner.flatMap(value => {
    const found = payloadsOf(value, depth + 1);
    if (found.some(vendorOf)) return found;
    // Named samples: each member holds a payload.
    return membersOf(value).flatMap(member => payloadsOf(member, depth + 1));
  });
}

/** What looks like an alert of a vendor that we do not know, in an envelope or as the document. */
function alertsIn(document: JsonObject, depth = 0): JsonObject[] {
  const lists = Object.values(document).flatMap(value => (Array.isArray(value) ? [objectsOf(value)] : []));
  const plain = PLAIN_ENVELOPES.flatMap(key => opened(document[key]));
  const inner = depth === DEEPEST ? [] : [...new Set([...plain, ...lists.flat()])];
  const found = inner.flatMap(value => {
    const alerts = alertsIn(value, depth + 1);
    return alerts.length > 0 ? alerts : membersOf(value).flatMap(member => alertsIn(member, depth + 1));
  });
  if (found.length > 0) return found;
  return ANY_ALERT.matches(document) ? [document] : [];
}

const membersOf = (value: JsonObject): JsonObject[] => Object.values(value).filter(isObject);

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
