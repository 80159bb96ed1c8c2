import { firstText, numberOf, objectOf, objectsOf, textOf } from '../json/value.ts';
import type { Signal } from './notice.ts';

const PRIORITIES = ['', 'low', 'medium', 'high', 'critical'];

/**
 * Graylog's event notifications. The messages behind an event (`backlog`) stand in its details.
 *
 * `{"event_definition_title":"Errors","event":{"id":"…","timestamp":"2024-10-24T10:22:04.556Z","priority":3},"backlog":[]}`
 */
export const GRAYLOG: Signal = {
  vendor: 'graylog',
  matches: payload => 'event_definition_id' in payload || 'event_definition_type' in objectOf(payload.event),
  read(payload) {
    const event = objectOf(payload.event);
    const fields = objectOf(event.fields);
    return [
      {
        name: textOf(payload.event_definition_title) ?? textOf(event.message),
        body: firstText(event, 'message') ?? textOf(payload.event_definition_description),
        severity: PRIORITIES[numberOf(event.priority) ?? 0],
        host: textOf(event.source),
        state: 'firing',
        firedAt: event.timestamp,
        id: firstText(event, 'event_definition_id') ?? textOf(payload.event_definition_id),
        labels: fields,
        details: {
          key: event.key,
          query: objectOf(event.replay_info).query,
          backlog: objectsOf(payload.backlog).map(message => textOf(message.message) ?? ''),
        },
      },
    ];
  },
};
