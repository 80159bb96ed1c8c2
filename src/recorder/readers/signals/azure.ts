import { firstText, type JsonObject, objectOf, textOf } from '../json/value.ts';
import type { Signal } from './notice.ts';

/** Azure counts from 0, the worst, to 4. */
const SEVERITIES: Record<string, string> = {
  Sev0: 'critical',
  Sev1: 'error',
  Sev2: 'warning',
  Sev3: 'informational',
  Sev4: 'verbose',
};

/**
 * Azure Monitor's common alert schema.
 *
 * `{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"alertRule":"CPU","severity":"Sev2","monitorCondition":"Fired","firedDateTime":"…"}}}`
 */
export const AZURE: Signal = {
  vendor: 'azure-monitor',
  matches: payload => 'monitorCondition' in essentialsOf(payload),
  read(payload) {
    const essentials = essentialsOf(payload);
    const isOver = essentials.monitorCondition === 'Resolved';
    const items = essentials.configurationItems;
    return [
      {
        name: textOf(essentials.alertRule),
        body: textOf(essentials.description),
        severity: SEVERITIES[textOf(essentials.severity) ?? ''] ?? textOf(essentials.severity),
        service: Array.isArray(items) ? textOf(items[0]) : undefined,
        state: isOver ? 'resolved' : 'firing',
        firedAt: essentials.firedDateTime,
        resolvedAt: isOver ? essentials.resolvedDateTime : undefined,
        id: firstText(essentials, 'originAlertId', 'alertId'),
        labels: objectOf(objectOf(payload.data).customProperties),
        details: {
          signal: essentials.signalType,
          monitor: essentials.monitoringService,
          targets: essentials.alertTargetIDs,
        },
      },
    ];
  },
};

function essentialsOf(payload: JsonObject): JsonObject {
  return objectOf(objectOf(payload.data).essentials);
}
