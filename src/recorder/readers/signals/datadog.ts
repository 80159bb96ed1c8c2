import { firstText, type JsonObject, objectsOf, textOf } from '../json/value.ts';
import { type AlertState, labelsOfTags, type Notice, type Signal } from './notice.ts';

const TRANSITIONS: Record<string, AlertState> = {
  triggered: 'firing',
  're-triggered': 'firing',
  warn: 'firing',
  're-warn': 'firing',
  'no data': 'firing',
  alert: 'firing',
  error: 'firing',
  warning: 'firing',
  recovered: 'resolved',
  success: 'resolved',
  ok: 'resolved',
};

/**
 * Datadog: the webhook of a monitor (its fields are chosen by the sender), monitors, and the events of its API.
 *
 * `{"id":"…","title":"[Triggered] High CPU","alert_transition":"Triggered","date":1675079459000,"tags":"service:api"}`
 */
export const DATADOG: Signal = {
  vendor: 'datadog',
  matches: payload => isNotice(payload) || objectsOf(payload.events).some(isNotice),
  read: payload => (isNotice(payload) ? [payload] : objectsOf(payload.events)).map(noticeOf),
};

const OWN = ['alert_transition', 'monitor_id', 'alert_type', 'date_happened', 'overall_state', 'alert_scope'];

function isNotice(value: JsonObject): boolean {
  const isNamed = 'title' in value || 'name' in value || 'alert_title' in value;
  return isNamed && OWN.some(key => key in value);
}

function noticeOf(payload: JsonObject): Notice {
  const scopes = Array.isArray(payload.scopes) ? payload.scopes.join(',') : textOf(payload.alert_scope);
  const labels = { ...labelsOfTags(scopes), ...labelsOfTags(payload.tags) };
  const word =
    firstText(payload, 'alert_transition', 'transition', 'overall_state', 'alert_type', 'status') ?? '';
  const priority = textOf(payload.priority);
  const state = TRANSITIONS[word.toLowerCase()] ?? '';
  return {
    name: firstText(payload, 'alert_title', 'title', 'name'),
    body: firstText(payload, 'body', 'text', 'message', 'description', 'event_msg'),
    severity: priority && /^\d$/.test(priority) ? `P${priority}` : (priority ?? textOf(payload.alert_type)),
    host: firstText(payload, 'hostname', 'host'),
    state,
    firedAt: state === 'firing' ? told(payload) : undefined,
    toldAt: told(payload),
    id: firstText(payload, 'alert_id', 'monitor_id', 'aggreg_key', 'id'),
    url: firstText(payload, 'link', 'url'),
    labels,
    details: { query: payload.query ?? payload.alert_query, metric: payload.alert_metric, transition: word },
  };
}

function told(payload: JsonObject): unknown {
  return (
    payload.date ??
    payload.date_happened ??
    payload.last_updated ??
    payload.timestamp ??
    payload.overall_state_modified
  );
}
