import { at, firstText, numberOf, objectOf, textOf } from '../json/value.ts';
import type { Notice, Signal } from './notice.ts';

/** Rule levels of 0 to 15, by what they are called. */
const LEVELS: readonly [number, string][] = [
  [12, 'critical'],
  [8, 'high'],
  [5, 'medium'],
  [0, 'low'],
];

/**
 * Wazuh alerts: as the manager writes them, and in the short form of its integrations.
 *
 * `{"timestamp":"2025-02-03T21:41:42.853+0100","rule":{"level":7,"description":"…"},"agent":{"name":"web"},"full_log":"…"}`
 */
export const WAZUH: Signal = {
  vendor: 'wazuh',
  matches: payload =>
    ('level' in objectOf(payload.rule) && 'description' in objectOf(payload.rule)) ||
    (/^Rule ID \d+/.test(textOf(payload.description) ?? '') && 'created_at' in payload),
  read: payload => ['rule' in payload ? full(payload) : short(payload)],
};

function full(payload: Parameters<Signal['read']>[0]): Notice {
  const level = numberOf(at(payload, 'rule.level')) ?? 0;
  return {
    name: firstText(payload, 'rule.description'),
    body: textOf(payload.full_log),
    severity: LEVELS.find(([least]) => level >= least)?.[1],
    host: firstText(payload, 'agent.name', 'manager.name'),
    state: 'firing',
    firedAt: payload.timestamp,
    id: textOf(payload.id),
    details: {
      rule: at(payload, 'rule.id'),
      rule_level: level,
      location: payload.location,
      data: payload.data,
    },
  };
}

function short(payload: Parameters<Signal['read']>[0]): Notice {
  const description = textOf(payload.description) ?? '';
  const line = (label: string) => new RegExp(`^${label} (.*)$`, 'm').exec(description)?.[1];
  return {
    name: textOf(payload.message) ?? line('Title'),
    body: line('Full Log') ?? description,
    severity: textOf(payload.severity),
    host: line('Agent Name'),
    state: 'firing',
    // The integration writes the zone with a dot: +01.00
    firedAt: textOf(payload.created_at)?.replace(/([+-]\d\d)\.(\d\d)$/, '$1:$2'),
    id: line('Rule ID'),
    details: { rule: line('Rule ID'), rule_level: line('Level') },
  };
}
