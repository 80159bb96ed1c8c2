import type { Turn, Turns } from './asTurn.ts';
import type { FoundGap } from './findGaps.ts';
import { type ProposedMoment, spell } from './moment.ts';
import type { Observations } from './observation.ts';
import { alertEpisodes } from './rules/alerts.ts';
import { type SaidMessage, saidMessages } from './rules/messages.ts';

const ORDER: readonly (readonly [Turn, Turn, string])[] = [
  ['impact-start', 'restore', 'Restored comes before the start of impact'],
  ['detection', 'restore', 'Restored comes before detected'],
  ['detection', 'acknowledgement', 'Acknowledged comes before detected'],
  ['detection', 'mitigation', 'Mitigated comes before detected'],
];

/** Turns, alerts and words that contradict each other: both sides are kept and named. */
export function findImpossibleOrders(seen: Observations, turns: Turns): FoundGap[] {
  return [...turnsOutOfOrder(turns), ...alertsOutOfOrder(seen), ...wordsAgainstMeasure(seen, turns)];
}

function turnsOutOfOrder(turns: Turns): FoundGap[] {
  return ORDER.flatMap(([first, then, text]) => {
    const [a, b] = [turns[first], turns[then]];
    if (a === undefined || b === undefined || b.at >= a.at) return [];
    return [
      {
        kind: 'impossible-order',
        source: [...new Set([a.source, b.source])].filter(source => source !== '').join(', '),
        from: b.at,
        to: a.at,
        text: `${text}, by ${spell(a.at - b.at)}. Either a clock is off, or a signal before it is missing from the evidence.`,
        grounds: [...a.grounds, ...b.grounds],
      },
    ];
  });
}

function alertsOutOfOrder(seen: Observations): FoundGap[] {
  const episodes = alertEpisodes(seen.alerts);
  return episodes.flatMap((episode, i) => {
    if (episode.state !== 'resolved') return [];
    const same = episodes.filter(other => other.name === episode.name && other.service === episode.service);
    const firing = same.filter(other => other.state === 'firing');
    if (firing.some(other => other.first.at <= episode.first.at)) return [];
    const later = firing[0];
    return [
      {
        kind: 'impossible-order',
        source: episode.first.source,
        from: episode.first.at,
        ...(later && { to: later.first.at }),
        text:
          later === undefined
            ? `The alert “${episode.name}” is resolved, but nothing in the evidence shows it firing.`
            : `The alert “${episode.name}” is resolved ${spell(later.first.at - episode.first.at)} before it first fires.`,
        grounds: [
          {
            label: 'the alert',
            rows: [episodes[i]!.first.row, ...(later === undefined ? [] : [later.first.row])],
            count: later === undefined ? 1 : 2,
          },
        ],
      },
    ];
  });
}

/** Recovery that people announced although the measurement shows the failure going on. */
function wordsAgainstMeasure(seen: Observations, turns: Turns): FoundGap[] {
  const { restore } = turns;
  const start = turns['impact-start'];
  if (restore === undefined || start === undefined || restore.key !== 'restore') return [];
  const margin = 2 * seen.grid.step;
  const early = saidMessages(seen.messages).filter(
    ({ message, read }) =>
      read.phase === 'restore' && message.at > start.at && message.at < restore.at - margin,
  );
  return early.slice(0, 3).map(said => contradiction(said, restore));
}

const contradiction = ({ message }: SaidMessage, restore: ProposedMoment): FoundGap => ({
  kind: 'impossible-order',
  source: message.source,
  from: message.at,
  to: restore.at,
  text: `Recovery is announced in ${message.source} ${spell(restore.at - message.at)} before the measurement shows it. The measurement is used; the words may speak of another part.`,
  grounds: [{ label: 'the announcement', rows: [message.row], count: 1 }, ...restore.grounds],
});
