import { at, firstText, isObject, type JsonObject, objectOf, textOf } from '../json/value.ts';
import { labelsOfTags, type Notice, type Signal } from './notice.ts';

/**
 * Sentry: the plain webhook of its projects, and those of its integrations (issues, issue alerts, metric alerts).
 *
 * `{"project":"shop","level":"error","culprit":"…","url":"…","event":{"event_id":"…","title":"…","timestamp":1709991285.8}}`
 */
export const SENTRY: Signal = {
  vendor: 'sentry',
  matches: payload => {
    const data = objectOf(payload.data);
    return (
      ('event_id' in objectOf(payload.event) && 'project' in payload) ||
      'shortId' in objectOf(data.issue) ||
      'event_id' in objectOf(data.event) ||
      isObject(data.metric_alert)
    );
  },
  read(payload) {
    const { issue, event, metric_alert: metric } = objectOf(payload.data);
    if (isObject(issue)) return [fromIssue(issue, textOf(payload.action) ?? '')];
    if (isObject(metric)) return [fromMetric(metric, payload)];
    return [fromEvent(isObject(event) ? event : objectOf(payload.event), payload)];
  },
};

function fromEvent(event: JsonObject, payload: JsonObject): Notice {
  const labels = labelsOfTags(event.tags);
  return {
    name: firstText(event, 'title', 'message') ?? textOf(payload.message),
    body: firstText(event, 'logentry.formatted', 'message') ?? firstText(payload, 'message', 'culprit'),
    severity: firstText(event, 'level') ?? textOf(payload.level),
    service:
      firstText(payload, 'project_slug', 'project', 'project_name') ?? firstText(event, 'project_slug'),
    host: firstText(event, 'server_name') ?? textOf(labels.server_name),
    state: 'firing',
    firedAt: event.timestamp ?? event.datetime ?? event.received,
    id: firstText(payload, 'id') ?? firstText(event, 'issue_id', 'event_id'),
    url: textOf(payload.url) ?? firstText(event, 'web_url', 'url'),
    labels,
    details: {
      culprit: payload.culprit ?? event.culprit,
      environment: event.environment,
      release: event.release,
      rule: at(payload, 'data.triggered_rule'),
    },
  };
}

function fromIssue(issue: JsonObject, action: string): Notice {
  const isOver = action === 'resolved' || issue.status === 'resolved';
  return {
    name: textOf(issue.title),
    body: firstText(issue, 'metadata.value', 'culprit'),
    severity: textOf(issue.level),
    service: firstText(issue, 'project.slug', 'project.name'),
    state: isOver ? 'resolved' : 'firing',
    firedAt: issue.firstSeen,
    resolvedAt: isOver ? issue.lastSeen : undefined,
    id: firstText(issue, 'shortId', 'id'),
    url: firstText(issue, 'permalink', 'web_url'),
    details: { action, culprit: issue.culprit, count: issue.count, users: issue.userCount },
  };
}

function fromMetric(alert: JsonObject, payload: JsonObject): Notice {
  const action = textOf(payload.action) ?? '';
  return {
    name: firstText(alert, 'alert_rule.name', 'title'),
    body: firstText(payload, 'data.description_text', 'data.description_title'),
    severity: action === 'resolved' ? undefined : action,
    service: textOf(Array.isArray(alert.projects) ? alert.projects[0] : undefined),
    state: action === 'resolved' ? 'resolved' : 'firing',
    firedAt: alert.date_started ?? alert.date_detected,
    resolvedAt: alert.date_closed,
    id: textOf(alert.id),
    url: firstText(payload, 'data.web_url'),
    details: { action },
  };
}
