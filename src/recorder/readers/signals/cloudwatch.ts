import { at, firstText, isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import type { AlertState, Notice, Signal } from './notice.ts';

const STATES: Record<string, AlertState> = { ALARM: 'firing', OK: 'resolved', INSUFFICIENT_DATA: '' };

/**
 * CloudWatch alarms: as SNS delivers them (the alarm is text inside `Message`), as EventBridge does, and the history of
 * alarms.
 *
 * `{"Type":"Notification","Timestamp":"…","Message":"{\"AlarmName\":\"HighCPU\",\"NewStateValue\":\"ALARM\",…}"}`
 */
export const CLOUDWATCH: Signal = {
  vendor: 'cloudwatch',
  matches: payload =>
    'AlarmName' in alarmOf(payload) ||
    'alarmName' in objectOf(payload.detail) ||
    objectsOf(payload.AlarmHistoryItems).length > 0 ||
    objectsOf(payload.MetricAlarms).length > 0 ||
    ('TopicArn' in payload && 'Message' in payload),
  read(payload) {
    if (Array.isArray(payload.AlarmHistoryItems))
      return objectsOf(payload.AlarmHistoryItems).flatMap(fromHistory);
    if (Array.isArray(payload.MetricAlarms))
      return objectsOf(payload.MetricAlarms).map(alarm => fromAlarm(alarm, {}));
    if (isObject(payload.detail)) return [fromEventBridge(payload)];
    const alarm = alarmOf(payload);
    return ['AlarmName' in alarm ? fromAlarm(alarm, payload) : plainNotice(payload)];
  },
};

function alarmOf(payload: JsonObject): JsonObject {
  const { Message: message } = payload;
  if (typeof message !== 'string') return isObject(message) ? message : payload;
  try {
    return objectOf(JSON.parse(message));
  } catch {
    return {};
  }
}

function fromAlarm(alarm: JsonObject, envelope: JsonObject): Notice {
  const state = STATES[firstText(alarm, 'NewStateValue', 'StateValue') ?? ''] ?? '';
  const changed = alarm.StateChangeTime ?? alarm.StateUpdatedTimestamp ?? envelope.Timestamp;
  return {
    name: textOf(alarm.AlarmName),
    body: [firstText(alarm, 'NewStateReason', 'StateReason'), textOf(alarm.AlarmDescription)]
      .filter(Boolean)
      .join('\n'),
    severity: firstText(alarm, 'Priority', 'Severity'),
    service: textOf(alarm.Application),
    state,
    ...(state === 'firing' ? { firedAt: changed } : { toldAt: changed }),
    id: firstText(alarm, 'AlarmArn', 'AlarmName'),
    labels: dimensions(at(alarm, 'Trigger.Dimensions') ?? alarm.Dimensions),
    details: {
      metric: at(alarm, 'Trigger.MetricName') ?? alarm.MetricName,
      namespace: at(alarm, 'Trigger.Namespace') ?? alarm.Namespace,
      threshold: at(alarm, 'Trigger.Threshold') ?? alarm.Threshold,
      region: alarm.Region,
      account: alarm.AWSAccountId,
      previous: alarm.OldStateValue,
    },
  };
}

function fromEventBridge(event: JsonObject): Notice {
  const detail = objectOf(event.detail);
  const state = STATES[firstText(detail, 'state.value') ?? ''] ?? '';
  const changed = at(detail, 'state.timestamp') ?? event.time;
  return {
    name: textOf(detail.alarmName),
    body: firstText(detail, 'state.reason'),
    state,
    ...(state === 'firing' ? { firedAt: changed } : { toldAt: changed }),
    id: textOf(Array.isArray(event.resources) ? event.resources[0] : undefined) ?? textOf(detail.alarmName),
    details: { region: event.region, account: event.account, previous: at(detail, 'previousState.value') },
  };
}

function fromHistory(item: JsonObject): Notice[] {
  const summary = textOf(item.HistorySummary) ?? '';
  const to = / to (\w+)$/.exec(summary)?.[1] ?? '';
  const state = STATES[to] ?? '';
  const told = item.Timestamp;
  return [
    {
      name: textOf(item.AlarmName),
      body: summary,
      state,
      ...(state === 'firing' ? { firedAt: told } : { toldAt: told }),
      id: textOf(item.AlarmName),
      details: { type: item.HistoryItemType },
    },
  ];
}

/** Anything else that SNS delivered. */
function plainNotice(payload: JsonObject): Notice {
  return {
    name: textOf(payload.Subject) ?? 'notification',
    body: textOf(payload.Message),
    state: '',
    toldAt: payload.Timestamp,
    id: textOf(payload.MessageId),
    details: { topic: payload.TopicArn },
  };
}

function dimensions(list: unknown): JsonObject {
  return Object.fromEntries(
    objectsOf(list).map(entry => [firstText(entry, 'name', 'Name') ?? '', entry.value ?? entry.Value]),
  );
}
