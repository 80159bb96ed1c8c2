import { type AlertState, alertState, attributesOf } from '../alertState.ts';
import type { MomentRule, ProposedMoment } from '../moment.ts';
import { figure } from '../moment.ts';
import type { NotedRecord, Observations } from '../observation.ts';
import { quoted } from './errors.ts';

/** The same alert in the same state: told again by its sender, not a new event, unless it changed in between. */
export interface AlertEpisode {
  name: string;
  service: string;
  state: AlertState;
  first: NotedRecord;
  sent: NotedRecord[];
}

const IDENTITY = ['fingerprint', 'alert_id', 'incident_id', 'dedup_key', 'alias', 'id'];

/** Alerts by their changes of state, re-sends folded; in time order. */
export function alertEpisodes(alerts: readonly NotedRecord[]): AlertEpisode[] {
  const open = new Map<string, AlertEpisode>();
  const episodes: AlertEpisode[] = [];
  for (const alert of [...alerts].sort((a, b) => a.at - b.at)) {
    const identity = identityOf(alert);
    const state = alertState(alert);
    const running = open.get(identity);
    if (running !== undefined && running.state === state) {
      running.sent.push(alert);
      continue;
    }
    const episode = {
      name: alert.name || alert.body,
      service: alert.service,
      state,
      first: alert,
      sent: [alert],
    };
    open.set(identity, episode);
    episodes.push(episode);
  }
  return episodes;
}

function identityOf(alert: NotedRecord): string {
  const attributes = attributesOf(alert.attributes);
  const id = IDENTITY.map(key => attributes[key]).find(value => typeof value === 'string' && value !== '');
  return typeof id === 'string' ? `${alert.name}\n${id}` : `${alert.name}\n${alert.service}\n${alert.host}`;
}

/** Alerts that fire, are taken, and are over. */
export const alertMoments: MomentRule<Observations> = ({ alerts }) => alertEpisodes(alerts).map(momentOf);

const STATES = {
  firing: { kind: 'alert-firing', says: 'fires', weight: 0.8 },
  acknowledged: { kind: 'acknowledgement', says: 'is acknowledged', weight: 0.7 },
  resolved: { kind: 'alert-resolved', says: 'is resolved', weight: 0.6 },
  unknown: { kind: 'alert-firing', says: 'is reported', weight: 0.5 },
} as const satisfies Record<AlertState, { kind: ProposedMoment['kind']; says: string; weight: number }>;

function momentOf(episode: AlertEpisode): ProposedMoment {
  const { first, sent } = episode;
  const { kind, says, weight } = STATES[episode.state];
  const told = first.body && first.body !== episode.name ? `: ${quoted(first.body)}` : '';
  return {
    key: `alert ${episode.name} ${episode.service} ${first.row}`,
    kind,
    at: first.at,
    uncertaintyUs: first.uncertaintyUs,
    title: `Alert ${quoted(episode.name)} ${says}${episode.service ? ` for ${episode.service}` : ''}${told}`,
    reason: sent.length === 1 ? 'an alert' : `an alert; sent ${figure(sent.length)} times, counted once`,
    weight: weight + (first.level === 'error' || first.level === 'fatal' ? 0.05 : 0),
    source: first.source,
    service: first.service,
    count: sent.length,
    grounds: [{ label: 'the alert', rows: sent.slice(0, 5).map(alert => alert.row), count: sent.length }],
  };
}
