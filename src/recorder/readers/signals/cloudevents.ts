import { firstText, isObject, objectOf, textOf } from '../json/value.ts';
import type { AlertState, Signal } from './notice.ts';

const ENDINGS: readonly [RegExp, AlertState][] = [
  [/resolv|clear|recover|close/i, 'resolved'],
  [/ack/i, 'acknowledged'],
  [/fire|firing|trigger|open|alert|alarm|fail/i, 'firing'],
];

/**
 * An event in the CloudEvents envelope.
 *
 * `{"specversion":"1.0","type":"com.example.alert.fired","source":"/monitor","id":"1","time":"…","data":{…}}`
 */
export const CLOUDEVENTS: Signal = {
  vendor: 'cloudevents',
  matches: payload => 'specversion' in payload && 'type' in payload && 'source' in payload,
  read(payload) {
    const data = objectOf(payload.data);
    const type = textOf(payload.type) ?? '';
    return [
      {
        name: firstText(data, 'title', 'name', 'alertname', 'summary') ?? type,
        body:
          firstText(data, 'message', 'description', 'text') ??
          (isObject(payload.data) ? '' : textOf(payload.data)),
        severity: firstText(data, 'severity', 'level', 'priority'),
        service: firstText(data, 'service', 'app') ?? textOf(payload.subject) ?? textOf(payload.source),
        state: ENDINGS.find(([pattern]) => pattern.test(type))?.[1] ?? '',
        toldAt: payload.time ?? data.time ?? data.timestamp,
        id: textOf(payload.id),
        details: { ...data, type, event_source: payload.source },
      },
    ];
  },
};
