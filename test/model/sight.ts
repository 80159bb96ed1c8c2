import {
  type Action,
  byId,
  type Incident,
  type Organisation,
  type Person,
  type Postmortem,
} from './organisation.ts';

/** Whether one of the ids is the person's own or that of a team that they are in. */
const isAmong = ({ teams }: Organisation, { id }: Person, ids: readonly string[]): boolean =>
  ids.includes(id) || teams.some(team => team.memberIds.has(id) && ids.includes(team.id));

const isAdministrator = ({ roles }: Person): boolean => roles.includes('administrator');

/** Whether a person sees an incident. */
export function seesIncident(organisation: Organisation, person: Person, incident: Incident): boolean {
  if (!incident.isRestricted || isAdministrator(person)) return true;
  const { grants, holders, teamIds } = incident;
  const all = [...grants.map(({ granteeId }) => granteeId), ...Object.values(holders), ...teamIds];
  return isAmong(organisation, person, all);
}

/** Whether a person sees a postmortem. */
export function seesPostmortem(organisation: Organisation, person: Person, postmortem: Postmortem): boolean {
  const incident = byId(organisation.incidents, postmortem.incidentId);
  if (!seesIncident(organisation, person, incident)) return false;
  if (!postmortem.isRestricted || isAdministrator(person)) return true;
  const { openedBy, granteeIds } = postmortem;
  const owner = incident.holders.postmortemOwner;
  return isAmong(organisation, person, [openedBy, ...granteeIds, ...(owner ? [owner] : [])]);
}

/** Whether a person sees an action. */
export function seesAction(organisation: Organisation, person: Person, action: Action): boolean {
  if (!seesIncident(organisation, person, byId(organisation.incidents, action.incidentId))) return false;
  const { postmortemId } = action;
  return (
    postmortemId === null ||
    seesPostmortem(organisation, person, byId(organisation.postmortems, postmortemId))
  );
}
