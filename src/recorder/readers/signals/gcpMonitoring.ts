import { at, firstText, objectOf, textOf } from '../json/value.ts';
import type { Signal } from './notice.ts';

/**
 * Google Cloud Monitoring incidents.
 *
 * `{"version":"1.2","incident":{"incident_id":"…","state":"open","started_at":1675079459,"ended_at":null,"summary":"…"}}`
 */
export const GCP_MONITORING: Signal = {
  vendor: 'gcp-monitoring',
  matches: payload => 'incident_id' in objectOf(payload.incident),
  read(payload) {
    const incident = objectOf(payload.incident);
    const isOver = /^closed$/i.test(textOf(incident.state) ?? '');
    return [
      {
        name: firstText(incident, 'condition_name', 'policy_name', 'incident_id'),
        body: firstText(incident, 'summary', 'documentation.content', 'documentation.subject'),
        severity: firstText(
          incident,
          'severity',
          'metadata.system_labels.severity',
          'metadata.user_labels.severity',
        ),
        service: firstText(incident, 'resource_display_name', 'resource_name', 'resource_id'),
        state: isOver ? 'resolved' : 'firing',
        firedAt: incident.started_at,
        resolvedAt: incident.ended_at,
        id: textOf(incident.incident_id),
        url: textOf(incident.url),
        labels: {
          ...objectOf(at(incident, 'resource.labels')),
          ...objectOf(at(incident, 'metric.labels')),
          ...objectOf(at(incident, 'metadata.user_labels')),
          ...objectOf(incident.policy_user_labels),
        },
        details: {
          policy: incident.policy_name,
          metric: at(incident, 'metric.type'),
          observed: incident.observed_value,
          threshold: incident.threshold_value,
          project: incident.scoping_project_id,
        },
      },
    ];
  },
};
