import type { MomentKind } from '../../document/bundle.ts';
import type { MomentRule } from '../moment.ts';
import type { NotedRecord, Observations } from '../observation.ts';
import { type MessagePhase, type ReadMessage, readMessage } from '../phrases.ts';
import { quoted } from './errors.ts';

export interface SaidMessage {
  message: NotedRecord;
  read: ReadMessage;
}

/** The messages that say something about the incident's course, in time order. */
export const saidMessages = (messages: readonly NotedRecord[]): SaidMessage[] =>
  messages
    .flatMap(message => {
      const read = readMessage(message.body);
      return read === undefined ? [] : [{ message, read }];
    })
    .sort((a, b) => a.message.at - b.message.at);

const SAYS: Record<MessagePhase, { lead: string; weight: number }> = {
  report: { lead: 'Reported', weight: 0.65 },
  declare: { lead: 'Incident declared', weight: 0.8 },
  acknowledge: { lead: 'Someone is looking', weight: 0.6 },
  finding: { lead: 'A finding is shared', weight: 0.7 },
  mitigate: { lead: 'A mitigation is announced', weight: 0.75 },
  restore: { lead: 'Recovery is announced', weight: 0.75 },
  update: { lead: 'An update', weight: 0.35 },
};

/** What people wrote that tells where the incident stood. */
export const messageMoments: MomentRule<Observations> = ({ messages }) =>
  saidMessages(messages).map(({ message, read }) => ({
    key: `message ${message.row}`,
    kind: 'message' satisfies MomentKind,
    at: message.at,
    uncertaintyUs: message.uncertaintyUs,
    title: `${SAYS[read.phase].lead} in ${message.source}: ${quoted(message.body)}`,
    reason: `the words “${read.phrase}”`,
    weight: SAYS[read.phase].weight,
    source: message.source,
    service: message.service,
    count: 1,
    grounds: [{ label: 'the message', rows: [message.row], count: 1 }],
  }));
