import type { MomentRule, ProposedMoment } from '../moment.ts';
import { figure, spell } from '../moment.ts';
import type { Observations, Run } from '../observation.ts';
import { type Topic, topicOf } from '../topics.ts';
import { quoted } from './errors.ts';

/** Messages that say by themselves what is wrong, and processes that begin or end. */
export const topicMoments: MomentRule<Observations> = ({ topics }) =>
  topics.flatMap(run => {
    const topic = topicOf(run.name);
    return topic === undefined ? [] : [momentOf(run, topic)];
  });

function momentOf(run: Run, topic: Topic): ProposedMoment {
  const owner = run.service || run.first.source;
  const times =
    run.count === 1 ? '' : `, ${figure(run.count)} times within ${spell(run.last.at - run.first.at)}`;
  return {
    key: `topic ${topic.id} ${run.service} ${run.first.row}`,
    kind: topic.kind === 'saturation' && !isBad(run) ? 'other' : KIND[topic.kind],
    at: run.first.at,
    ...(run.count > 1 && { until: run.last.at }),
    uncertaintyUs: run.first.uncertaintyUs,
    title: `${TITLE[topic.kind](owner, topic)}: ${quoted(run.example)}`,
    reason: `the line says that ${topic.label}${times}`,
    weight: topic.weight + Math.min(0.1, 0.03 * Math.log10(run.count)),
    source: run.first.source,
    service: run.service,
    count: run.count,
    topic: topic.id,
    grounds: [
      { label: `lines that say that ${topic.label}`, rows: run.rows, count: run.count, query: run.query },
    ],
  };
}

const isBad = ({ level }: Run): boolean => level !== 'info' && level !== 'debug' && level !== 'trace';

const KIND = {
  saturation: 'first-error',
  start: 'restart',
  stop: 'restart',
  failover: 'other',
} as const satisfies Record<Topic['kind'], ProposedMoment['kind']>;

const TITLE: Record<Topic['kind'], (owner: string, topic: Topic) => string> = {
  saturation: (owner, topic) => `${owner} reports that ${topic.label}`,
  failover: (owner, topic) => `${owner} reports that ${topic.label}`,
  start: owner => `${owner} starts`,
  stop: owner => `${owner} stops`,
};
