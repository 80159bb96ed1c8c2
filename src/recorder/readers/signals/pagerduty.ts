import { at, firstText, isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import type { AlertState, Notice, Signal } from './notice.ts';

const STATES: Record<string, AlertState> = {
  trigger: 'firing',
  triggered: 'firing',
  reopened: 'firing',
  acknowledge: 'acknowledged',
  acknowledged: 'acknowledged',
  resolve: 'resolved',
  resolved: 'resolved',
};

/**
 * PagerDuty: webhooks of version 3 and 2, the events that are sent to it (Events API v2), and incidents of its REST API.
 *
 * `{"event":{"event_type":"incident.triggered","occurred_at":"…","data":{"type":"incident","title":"…","service":{…}}}}`
 */
export const PAGERDUTY: Signal = {
  vendor: 'pagerduty',
  matches: payload =>
    typeof at(payload, 'event.event_type') === 'string' ||
    ('event_action' in payload && ('routing_key' in payload || 'dedup_key' in payload)) ||
    isObject(objectsOf(payload.messages)[0]?.incident) ||
    isIncident(payload) ||
    objectsOf(payload.incidents).some(isIncident),
  read(payload) {
    if (isObject(payload.event)) return [fromWebhook(payload.event)];
    if ('event_action' in payload) return [fromEvent(payload)];
    if (Array.isArray(payload.messages)) return objectsOf(payload.messages).map(fromMessage);
    return (isIncident(payload) ? [payload] : objectsOf(payload.incidents)).map(fromIncident);
  },
};

function isIncident(value: JsonObject): boolean {
  return 'incident_number' in value && 'created_at' in value;
}

function fromWebhook(event: JsonObject): Notice {
  const data = objectOf(event.data);
  const type = textOf(event.event_type) ?? '';
  const state = STATES[type.replace('incident.', '')] ?? '';
  const isNote = type.startsWith('incident.annotated');
  return {
    ...incident(isNote ? objectOf(data.incident) : data),
    body: isNote ? textOf(data.content) : `${type}${by(event.agent)}`,
    state,
    ...(state === 'firing' ? { firedAt: event.occurred_at } : { toldAt: event.occurred_at }),
  };
}

function fromMessage(message: JsonObject): Notice {
  const state = STATES[(textOf(message.event) ?? '').replace('incident.', '')] ?? '';
  const told = message.created_on ?? message.created_at;
  return {
    ...incident(objectOf(message.incident)),
    state,
    ...(state === 'firing' ? { firedAt: told } : { toldAt: told }),
  };
}

function fromEvent(event: JsonObject): Notice {
  const payload = objectOf(event.payload);
  const state = STATES[textOf(event.event_action) ?? ''] ?? '';
  return {
    name: textOf(payload.summary) ?? textOf(event.dedup_key),
    severity: textOf(payload.severity),
    service: firstText(payload, 'component', 'group'),
    host: textOf(payload.source),
    state,
    toldAt: payload.timestamp,
    id: textOf(event.dedup_key),
    url: firstText(event, 'client_url') ?? textOf(objectsOf(event.links)[0]?.href),
    labels: objectOf(payload.custom_details),
    details: { class: payload.class, client: event.client },
  };
}

function fromIncident(incidentOf: JsonObject): Notice {
  const state = STATES[textOf(incidentOf.status) ?? ''] ?? '';
  const ended =
    incidentOf.resolved_at ?? (state === 'resolved' ? incidentOf.last_status_change_at : undefined);
  return { ...incident(incidentOf), state, firedAt: incidentOf.created_at, resolvedAt: ended };
}

function incident(data: JsonObject): Omit<Notice, 'state'> {
  return {
    name: firstText(data, 'title', 'summary', 'trigger_summary_data.subject'),
    body: textOf(data.description),
    severity: firstText(data, 'priority.summary', 'urgency'),
    service: firstText(data, 'service.summary', 'service.name'),
    id: firstText(data, 'id', 'incident_key'),
    url: textOf(data.html_url),
    details: { number: data.number ?? data.incident_number, incident_key: data.incident_key },
  };
}

function by(agent: unknown): string {
  const name = textOf(objectOf(agent).summary);
  return name ? ` by ${name}` : '';
}
