import { firstText, textOf } from '../json/value.ts';
import { type AlertState, labelsOfTags, type Signal } from './notice.ts';

const TYPES: Record<string, AlertState> = {
  ALERT_FAILURE: 'firing',
  ALERT_FAILURE_REMAIN: 'firing',
  ALERT_FAILURE_DEGRADED: 'firing',
  ALERT_DEGRADED: 'firing',
  ALERT_DEGRADED_FAILURE: 'firing',
  ALERT_DEGRADED_REMAIN: 'firing',
  ALERT_RECOVERY: 'resolved',
  ALERT_DEGRADED_RECOVERY: 'resolved',
};

/**
 * Checkly's synthetic checks.
 *
 * `{"alert_type":"ALERT_RECOVERY","check_name":"API Check #1","started_at":"2025-01-26T11:19:40.544Z","link":"…"}`
 */
export const CHECKLY: Signal = {
  vendor: 'checkly',
  matches: payload => 'check_name' in payload && ('alert_type' in payload || 'check_result_id' in payload),
  read(payload) {
    const type = textOf(payload.alert_type) ?? '';
    return [
      {
        name: textOf(payload.check_name),
        body: firstText(payload, 'check_error_message', 'event'),
        severity: type.includes('FAILURE') ? 'error' : type.includes('DEGRADED') ? 'warning' : undefined,
        service: textOf(payload.group_name),
        state: TYPES[type] ?? (type.startsWith('ALERT_SSL') ? 'firing' : ''),
        toldAt: payload.started_at,
        id: textOf(payload.check_id),
        url: textOf(payload.link),
        labels: textOf(payload.tags) ? labelsOfTags(payload.tags) : {},
        details: {
          alert_type: type,
          response_time_ms: payload.response_time,
          http_status: payload.api_check_response_status_code,
          location: payload.run_location,
        },
      },
    ];
  },
};
