import { firstText, objectOf, textOf } from '../json/value.ts';
import type { Signal } from './notice.ts';

/**
 * Axiom's monitors.
 *
 * `{"action":"Open","event":{"monitorID":"…","title":"Triggered: New monitor","timestamp":"2025-02-15 14:59:03 +0000 UTC"}}`
 */
export const AXIOM: Signal = {
  vendor: 'axiom',
  matches: payload => 'monitorID' in objectOf(payload.event),
  read(payload) {
    const event = objectOf(payload.event);
    const isOver = /^clos|resolv/i.test(textOf(payload.action) ?? '');
    return [
      {
        name: textOf(event.title)?.replace(/^(Triggered|Resolved): /, ''),
        body: firstText(event, 'body', 'description'),
        state: isOver ? 'resolved' : 'firing',
        toldAt: event.timestamp ?? event.queryEndTime,
        id: textOf(event.monitorID),
        details: { value: event.value, matched: event.matchedEvent, query_start: event.queryStartTime },
      },
    ];
  },
};
