import { spell } from '../../timeline/moment.ts';
import type { TimelineMoment } from '../../timeline/proposeTimeline.ts';
import { topicOf } from '../../timeline/topics.ts';
import type { Bundle, CauseKind, Sentence, Suspect } from '../bundle.ts';
import { CAUSES, type Place } from './causes.ts';
import { affectedServices } from './impact.ts';
import { inferred, type Scene } from './scene.ts';

/** A possible contributing factor: a kind of cause at a place, and what speaks for it. */
export interface Factor {
  kind: CauseKind;
  place: Place;
  statement: Sentence;
  /** The cause, the place and one number, without a full stop. */
  brief: string;
  /** Rank of the suspect behind it; null when a moment of the timeline is. */
  suspect: number | null;
  /** 0…1, comparable inside one draft. */
  score: number;
}

const MOST = 5;
/** A candidate this much weaker than the first is not worth a meeting's time. */
const LEAST_OF_FIRST = 0.35;
/** Where nothing went wrong that could be seen, only a strong candidate is worth a line. */
const LEAST_WITHOUT_IMPACT = 0.6;
/** A change this long before the impact may still have begun it; after it began, it cannot. */
const CHANGE_LEAD = 60 * 60e6;
const MOST_CHANGES = 2;
/** What a program says of its own state is told from a little before to a little after the start of impact. */
const TOPIC_BEFORE = 10 * 60e6;
const TOPIC_AFTER = 60e6;
/** Outcomes that others suffer from; a cause says something else of itself. */
const SYMPTOMS: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'process-start',
  'process-stop',
  'cold-start',
]);

/** Contributing factors from suspects, from changes shortly before, and from what programs said about themselves. */
export function findFactors(scene: Scene): Factor[] {
  const suspects = fromSuspects(scene);
  const known = new Set(suspects.map(factor => `${factor.kind} ${factor.place.service}`));
  const others = [...fromChanges(scene), ...fromTopics(scene)].filter(
    factor => !known.has(`${factor.kind} ${factor.place.service}`),
  );
  return [...suspects, ...others].sort((a, b) => b.score - a.score).slice(0, MOST);
}

/** Contributing factors as hypotheses, each with what would confirm or refute it. */
export const writeHypotheses = (factors: readonly Factor[]): Bundle['hypotheses'] =>
  factors.map(({ kind, place, statement, suspect }) => ({
    statement,
    suspect,
    test: CAUSES[kind].test(place),
  }));

/** The suspects that are strong enough, beside the first, to be told to a person. */
export const worthNaming = <Candidate extends { score: number }>(
  suspects: readonly Candidate[],
): Candidate[] =>
  suspects.filter(({ score }) => score >= (suspects[0]?.score ?? 0) * LEAST_OF_FIRST).slice(0, MOST);

function fromSuspects({ suspects, timeline }: Scene): Factor[] {
  const first = suspects[0]?.score ?? 0;
  const least = timeline.impact === undefined ? LEAST_WITHOUT_IMPACT : 0;
  return worthNaming(suspects)
    .filter(suspect => suspect.score >= least)
    .map(suspect => ({
      kind: suspect.kind,
      place: placeOf(suspect),
      statement: inferred(
        `${capital(CAUSES[suspect.kind].noun)} at ${placeOf(suspect).at}: ${whyOf(suspect)}`,
        suspect.cites.slice(0, 6),
      ),
      brief: `${CAUSES[suspect.kind].noun} at ${suspect.service}: ${clauseOf(whyOf(suspect))}`,
      suspect: suspect.rank,
      score: suspect.score / first,
    }));
}

/** Where to look: the instance where one is named, else the service; operations and messages stay in the reason. */
function placeOf({ service, component }: Pick<Suspect, 'service' | 'component'>): Place {
  const isInstance = component !== '' && component.startsWith(service) && !/\s/.test(component);
  return { service, at: isInstance ? component : service };
}

/** The reason without its lead, which the statement has said already. */
function whyOf({ reason }: Pick<Suspect, 'reason'>): string {
  const because = / because (.+)$/s.exec(reason);
  return because?.[1] ?? reason;
}

/** The first clause of a reason, up to where it begins to compare or to add. */
const clauseOf = (why: string): string =>
  why.split(/, (?:and |\d|though )| \(usually /, 1)[0]!.replace(/\.$/, '');

function fromChanges(scene: Scene): Factor[] {
  const { timeline, citeGrounds } = scene;
  const start = timeline.turns['impact-start'];
  if (start === undefined) return [];
  const services = affectedServices(scene).names;
  return timeline.moments
    .filter(moment => moment.kind === 'deploy' || moment.kind === 'config-change')
    .filter(moment => moment.at <= start.at && moment.at > start.at - CHANGE_LEAD)
    .map(moment => {
      const service = moment.service || services.find(name => speaksOf(moment.title, name)) || '';
      const revert = revertOf(moment, timeline.moments);
      const score = closeness(moment, start.at) * (services.includes(service) ? 1.4 : 1) + (revert ? 0.5 : 0);
      const kind: CauseKind = moment.kind === 'deploy' ? 'deploy' : 'config';
      const at = service === '' ? '' : ` at ${service}`;
      const back = revert ? `. It was taken back ${spell(revert.at - start.at)} into the impact` : '';
      return {
        kind,
        place: { service: service || 'the changed part', at: service || 'the changed part' },
        statement: inferred(
          `${capital(CAUSES[kind].noun)}${at}, ${spell(start.at - moment.at)} before the impact starts: ${moment.title}${back}`,
          citeGrounds([...moment.grounds, ...(revert?.grounds ?? []), ...start.grounds.slice(0, 1)]),
        ),
        brief: `${CAUSES[kind].noun}${at}, ${spell(start.at - moment.at)} before the impact starts${revert ? ' and taken back during it' : ''}`,
        suspect: null,
        score: Math.min(1.05, score),
      };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CHANGES);
}

/** Whether a title names a service as a word of its own. */
const speaksOf = (title: string, service: string): boolean =>
  service.length > 2 &&
  new RegExp(`(?:^|[^\\w-])${service.replace(/[^\w-]/g, '.')}(?:$|[^\\w-])`, 'i').test(title);

/** A later change that takes this one back by name. */
function revertOf(moment: TimelineMoment, all: readonly TimelineMoment[]): TimelineMoment | undefined {
  const name = /“(.+)”/s.exec(moment.title)?.[1] ?? '';
  if (name.length < 8) return undefined;
  return all.find(
    other => other.at > moment.at && /\brevert/i.test(other.title) && other.title.includes(name),
  );
}

/** Heavier and closer changes first: half as likely every half hour. */
const closeness = (moment: TimelineMoment, start: number): number =>
  moment.weight * 0.5 ** ((start - moment.at) / (CHANGE_LEAD / 2));

function fromTopics({ timeline, citeGrounds }: Scene): Factor[] {
  const start = timeline.turns['impact-start'];
  if (start === undefined) return [];
  return timeline.moments.flatMap(moment => {
    const topic = moment.topic === undefined ? undefined : topicOf(moment.topic);
    const isNear = moment.at > start.at - TOPIC_BEFORE && moment.at < start.at + TOPIC_AFTER;
    if (topic === undefined || SYMPTOMS.has(topic.id) || !isNear) return [];
    const distance = start.at - moment.at;
    const when =
      distance >= 0
        ? `${spell(distance)} before the impact starts`
        : `${spell(-distance)} after the impact starts`;
    const place = moment.service || moment.source;
    return [
      {
        kind: topic.cause,
        place: { service: place, at: place },
        statement: inferred(
          `${capital(CAUSES[topic.cause].noun)} at ${place}, first said ${when}: ${moment.title}`,
          citeGrounds(moment.grounds),
        ),
        brief: `${CAUSES[topic.cause].noun} at ${place}, first said ${when}`,
        suspect: null,
        score: topic.weight + (distance >= 0 ? 0.1 : 0),
      },
    ];
  });
}

/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
