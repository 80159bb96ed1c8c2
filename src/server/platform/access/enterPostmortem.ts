import { sql } from 'kysely';
import type { PostmortemState } from '../../../core/lifecycle/postmortem.ts';
import type { Happening, OperationContext } from '../operations/context.ts';
import { refuseAbsent } from '../operations/refuse.ts';
import { visiblePostmortem } from './visiblePostmortem.ts';

/** What is needed to go on from a postmortem to what hangs on it. */
export interface EnteredPostmortem {
  id: string;
  incidentId: string;
  state: PostmortemState;
  isRestricted: boolean;
  isIncidentRestricted: boolean;
}

/**
 * What an audit event about a postmortem is tied to. An event of a restricted one is not told to everyone who sees the
 * incident, so it stands apart from the incident's activity.
 */
export const aboutPostmortem = ({
  id,
  incidentId,
  isRestricted,
}: Pick<EnteredPostmortem, 'id' | 'incidentId' | 'isRestricted'>): Pick<
  Happening,
  'subject' | 'incidentId'
> => ({
  subject: { kind: 'postmortem', id },
  ...(!isRestricted && { incidentId }),
});

/** Puts on record that something restricted was seen; what everyone may see leaves no trace. */
export async function recordPostmortemView(
  context: OperationContext,
  ...seen: readonly EnteredPostmortem[]
): Promise<void> {
  const restricted = seen.filter(one => one.isRestricted || one.isIncidentRestricted);
  await context.record(...restricted.map(aboutPostmortem));
}

const seenPostmortem = ({ db, actor }: OperationContext, id: string) =>
  db
    .selectFrom('postmortem')
    .innerJoin('incident', 'incident.id', 'postmortem.incidentId')
    .select(['postmortem.id', 'postmortem.incidentId', 'postmortem.isRestricted'])
    .select('incident.isRestricted as isIncidentRestricted')
    .select(sql<PostmortemState>`postmortem.state`.as('state'))
    .where('postmortem.id', '=', id)
    .where(visiblePostmortem(actor));

/**
 * A postmortem that the actor sees, for a read of what hangs on it; on record when it or its incident is restricted.
 *
 * @throws not_found when there is none, or the actor may not see it
 */
export async function enterPostmortem(context: OperationContext, id: string): Promise<EnteredPostmortem> {
  const seen = (await seenPostmortem(context, id).executeTakeFirst()) ?? refuseAbsent('postmortem');
  await recordPostmortemView(context, seen);
  return seen;
}

/**
 * A postmortem that the actor sees, for a change of it or of what hangs on it. The row's lock keeps two changes from
 * seeing the same version; rows that refer to it can be added meanwhile.
 *
 * @throws not_found when there is none, or the actor may not see it
 */
export const lockPostmortem = async (context: OperationContext, id: string): Promise<EnteredPostmortem> =>
  (await seenPostmortem(context, id).forNoKeyUpdate('postmortem').executeTakeFirst()) ??
  refuseAbsent('postmortem');
