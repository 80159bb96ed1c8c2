import {
  arrayOf,
  at,
  firstText,
  isObject,
  type JsonObject,
  objectOf,
  objectsOf,
  textOf,
} from '../json/value.ts';
import type { Notice, Signal } from './notice.ts';

/**
 * Alertmanager's webhook, the alerts of its API and of Prometheus' own, and Grafana's webhook, which has the same shape.
 *
 * `{"version":"4","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"HighLatency"},"startsAt":"…"}]}`
 */
export const ALERTMANAGER: Signal = {
  vendor: 'alertmanager',
  matches: payload => isAlert(payload) || alertsOf(payload).some(isAlert),
  read: payload =>
    isAlert(payload) ? [noticeOf(payload, {})] : alertsOf(payload).map(alert => noticeOf(alert, payload)),
};

function alertsOf(payload: JsonObject): JsonObject[] {
  return objectsOf(payload.alerts ?? at(payload, 'data.alerts') ?? payload.data);
}

function isAlert(value: JsonObject): boolean {
  return isObject(value.labels) && ('startsAt' in value || 'activeAt' in value || 'generatorURL' in value);
}

function noticeOf(alert: JsonObject, group: JsonObject): Notice {
  const labels = objectOf(alert.labels);
  const annotations = objectOf(alert.annotations);
  const status = firstText(alert, 'status', 'status.state', 'state') ?? textOf(group.status) ?? '';
  const isOver = status === 'resolved' || status === 'expired';
  return {
    name: firstText(labels, 'alertname', 'rulename') ?? textOf(group.title),
    body: [textOf(annotations.summary), firstText(annotations, 'description', 'message')]
      .filter(Boolean)
      .join('\n'),
    severity: firstText(labels, 'severity', 'priority', 'level'),
    state: isOver ? 'resolved' : 'firing',
    firedAt: alert.startsAt ?? alert.activeAt,
    // While it fires this is when the alert would expire.
    resolvedAt: isOver ? alert.endsAt : undefined,
    id: textOf(alert.fingerprint),
    url: firstText(alert, 'generatorURL', 'panelURL', 'dashboardURL'),
    labels,
    details: {
      receiver:
        textOf(group.receiver) ??
        arrayOf(alert.receivers)
          .map(r => textOf(objectOf(r).name))
          .join(' '),
      runbook: firstText(annotations, 'runbook_url', 'runbook'),
      values: textOf(alert.valueString) ?? textOf(alert.value),
      silenced: arrayOf(at(alert, 'status.silencedBy')).length > 0 || undefined,
    },
  };
}
