import type { NotedRecord, Observations } from '../observation.ts';
import type { MessagePhase } from '../phrases.ts';
import { alertEpisodes } from '../rules/alerts.ts';
import { saidMessages } from '../rules/messages.ts';
import type { ImpactPiece } from './piece.ts';

const ALERT_CONFIDENCE = 0.5;
const MESSAGE_CONFIDENCE = 0.4;
const SPEAKS_OF_TROUBLE: ReadonlySet<MessagePhase> = new Set(['report', 'declare', 'acknowledge']);

/** What alerts and people say of an impact, without a measurement. */
export const toldPieces = (seen: Observations): ImpactPiece[] => [...fromAlerts(seen), ...fromMessages(seen)];

function fromAlerts(seen: Observations): ImpactPiece[] {
  const episodes = alertEpisodes(seen.alerts);
  return episodes
    .filter(episode => episode.state === 'firing')
    .map(episode => {
      const end = episodes.find(
        other =>
          other.state === 'resolved' && other.name === episode.name && other.first.at > episode.first.at,
      );
      return {
        ...told(episode.first, end?.first),
        confidence: ALERT_CONFIDENCE,
        says: `the alert “${episode.name}” fires`,
        over: `the alert “${episode.name}” is resolved`,
        key: `alert ${episode.name} ${episode.service} ${episode.first.row}`,
        grounds: [{ label: 'the alert', rows: [episode.first.row], count: 1 }],
      };
    });
}

function fromMessages(seen: Observations): ImpactPiece[] {
  const said = saidMessages(seen.messages);
  return said
    .filter(({ read }) => SPEAKS_OF_TROUBLE.has(read.phase))
    .map(({ message }) => ({
      ...told(
        message,
        said.find(other => other.read.phase === 'restore' && other.message.at > message.at)?.message,
      ),
      confidence: MESSAGE_CONFIDENCE,
      says: 'people report it',
      over: 'people say that it is over',
      key: `message ${message.row}`,
      grounds: [{ label: 'the message', rows: [message.row], count: 1 }],
    }));
}

const told = (first: NotedRecord, last: NotedRecord | undefined) => ({
  from: first.at,
  to: last?.at,
  sight: Number.MAX_SAFE_INTEGER,
  measured: false,
  service: first.service,
  source: first.source,
  uncertaintyUs: first.uncertaintyUs,
  endUncertaintyUs: last?.uncertaintyUs ?? null,
});
