import { at, firstText, isObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import { type AlertState, labelsOfTags, type Signal } from './notice.ts';

const STATES: Record<string, AlertState> = {
  alerting: 'firing',
  ok: 'resolved',
  no_data: 'firing',
  pending: '',
};

/**
 * Grafana's older webhook, its alert rules, and the annotations that it writes when a rule changes state. (Its webhook of
 * today is Alertmanager's.)
 *
 * `{"ruleId":1,"ruleName":"High memory","state":"alerting","title":"[Alerting] High memory","evalMatches":[…]}`
 */
export const GRAFANA: Signal = {
  vendor: 'grafana',
  matches: payload =>
    'evalMatches' in payload || 'ruleGroup' in payload || ('newState' in payload && 'alertName' in payload),
  read(payload) {
    const word = firstText(payload, 'state', 'newState') ?? '';
    const state = STATES[word.toLowerCase()] ?? '';
    const match = objectsOf(payload.evalMatches)[0];
    const labels = isObject(payload.labels) ? payload.labels : labelsOfTags(payload.tags);
    return [
      {
        name: firstText(payload, 'ruleName', 'alertName', 'title'),
        body: firstText(payload, 'message', 'annotations.summary', 'text'),
        severity: textOf(labels.severity),
        state,
        toldAt: payload.time ?? payload.updated,
        id: firstText(payload, 'ruleId', 'uid', 'alertId'),
        url: textOf(payload.ruleUrl),
        labels: { ...labels, ...objectOf(at(match, 'tags')) },
        details: {
          metric: match?.metric,
          value: match?.value,
          rule_group: payload.ruleGroup,
          for: payload.for_ ?? payload.for,
        },
      },
    ];
  },
};
