import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../operations/actor.ts';
import { visiblePostmortem } from './visiblePostmortem.ts';

/**
 * The condition that a row of `audit_event` is about no postmortem that the actor does not see, nor about a finding or an
 * action of one. What was done before a postmortem was restricted is tied to its incident, which the actor may see. A
 * finding that was removed may have been of any postmortem of the incident.
 */
export const tellsNothingHidden = (actor: Actor): RawBuilder<boolean> => sql`not exists (
  select from postmortem
  where postmortem.incident_id = audit_event.incident_id::uuid
    and postmortem.is_restricted
    and postmortem.id = case audit_event.subject_kind
      when 'postmortem' then audit_event.subject_id::uuid
      when 'finding' then coalesce(
        (select postmortem_id from finding where finding.id = audit_event.subject_id::uuid), postmortem.id
      )
      when 'action' then (select postmortem_id from action where action.id = audit_event.subject_id::uuid)
    end
    and not ${visiblePostmortem(actor)}
)`;
