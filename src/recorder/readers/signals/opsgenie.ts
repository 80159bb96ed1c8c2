import { firstText, isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import { type AlertState, labelsOfTags, type Notice, type Signal } from './notice.ts';

const STATES: Record<string, AlertState> = {
  Create: 'firing',
  open: 'firing',
  Acknowledge: 'acknowledged',
  Close: 'resolved',
  closed: 'resolved',
};

/**
 * Opsgenie's webhook, and the alerts of its API.
 *
 * `{"action":"Create","alert":{"alertId":"…","message":"Disk full","createdAt":1675079459000,"priority":"P1"}}`
 */
export const OPSGENIE: Signal = {
  vendor: 'opsgenie',
  matches: payload =>
    (typeof payload.action === 'string' && 'alertId' in objectOf(payload.alert)) ||
    isAlert(payload) ||
    objectsOf(payload.data).some(isAlert),
  read(payload) {
    if (isObject(payload.alert)) return [noticeOf(payload.alert, textOf(payload.action) ?? '')];
    const alerts = isAlert(payload) ? [payload] : objectsOf(payload.data);
    return alerts.map(alert => noticeOf(alert, textOf(alert.status) ?? ''));
  },
};

function isAlert(value: JsonObject): boolean {
  return 'tinyId' in value && 'message' in value;
}

function noticeOf(alert: JsonObject, action: string): Notice {
  const state = STATES[action] ?? '';
  return {
    name: textOf(alert.message),
    body: firstText(alert, 'description', 'note'),
    severity: textOf(alert.priority),
    service: textOf(alert.entity),
    state,
    firedAt: state === 'firing' || action === 'closed' ? alert.createdAt : undefined,
    toldAt: alert.updatedAt ?? alert.createdAt,
    id: firstText(alert, 'alertId', 'id', 'alias'),
    labels: { ...labelsOfTags(alert.tags), ...objectOf(alert.details) },
    details: { action, alias: alert.alias, source: alert.source, by: alert.username },
  };
}
