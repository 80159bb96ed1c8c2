/**
 * What the server must do, said once more and as simply as possible: plain values, no SQL, nothing shared with the code
 * under test but the names of things.
 */

export const ROLES = [
  'viewer',
  'responder',
  'owner',
  'reviewer',
  'security',
  'legal',
  'custodian',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  id: string;
  name: string;
  version: number;
  roles: Role[];
  isDisabled: boolean;
}

export interface Team {
  id: string;
  name: string;
  version: number;
  memberIds: Set<string>;
}

export interface Service {
  id: string;
  name: string;
  version: number;
  tier: number;
  ownerTeamId: string | null;
  dependsOn: string[];
}

export const INCIDENT_ROLES = ['commander', 'scribe', 'communications', 'postmortemOwner'] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];

export const TIMES = [
  'startedAt',
  'detectedAt',
  'declaredAt',
  'acknowledgedAt',
  'mitigatedAt',
  'restoredAt',
  'closedAt',
] as const;
/** Milliseconds; null where nobody knows. */
export type Times = Record<(typeof TIMES)[number], number | null>;

export type IncidentState = 'declared' | 'acknowledged' | 'mitigated' | 'restored' | 'closed';

/** One who stands on the list of a restricted incident. */
export interface Grant {
  /** Unknown until some answer shows the list. */
  entryId?: string;
  /** Of a person or a team. */
  granteeId: string;
}

export interface Incident {
  id: string;
  number: string;
  version: number;
  title: string;
  severity: string;
  state: IncidentState;
  declaredBy: string;
  isRestricted: boolean;
  grants: Grant[];
  holders: Partial<Record<IncidentRole, string>>;
  teamIds: string[];
  serviceIds: string[];
  times: Times;
}

export interface Note {
  id: string;
  incidentId: string;
  authorId: string;
  /** Every version, the oldest first. */
  bodies: string[];
}

export interface Moment {
  id: string;
  incidentId: string;
  version: number;
  title: string;
  at: number;
  state: 'proposed' | 'kept' | 'dismissed';
}

export interface Section {
  id: string;
  title: string;
  markdown: string;
  /** Of the postmortem, when the section last changed. */
  version: number;
}

export interface Postmortem {
  id: string;
  incidentId: string;
  openedBy: string;
  version: number;
  title: string;
  state: 'draft' | 'ready' | 'withdrawn';
  isRestricted: boolean;
  /** People and teams. */
  granteeIds: string[];
  sections: Section[];
  /** The text at each version that changed it. */
  texts: Map<number, readonly Section[]>;
}

export type ActionState = 'open' | 'in-progress' | 'done' | 'verified' | 'cancelled';

export interface Action {
  id: string;
  incidentId: string;
  postmortemId: string | null;
  version: number;
  title: string;
  state: ActionState;
  ownerId: string | null;
  dueOn: string | null;
  isProvable: boolean;
}

export interface Organisation {
  /** Milliseconds. */
  now: number;
  /** Texts that were made, so that each differs. */
  texts: number;
  /** What must stand in the audit log: how many changes each operation made. */
  changes: Map<string, number>;
  people: Person[];
  teams: Team[];
  services: Service[];
  incidents: Incident[];
  notes: Note[];
  moments: Moment[];
  postmortems: Postmortem[];
  actions: Action[];
}

/** An organisation without anything. */
export const newOrganisation = (now: number): Organisation => ({
  now,
  texts: 0,
  changes: new Map(),
  people: [],
  teams: [],
  services: [],
  incidents: [],
  notes: [],
  moments: [],
  postmortems: [],
  actions: [],
});

/** The one with an id; the model never names what is not there. */
export const byId = <Noun extends { id: string }>(nouns: readonly Noun[], id: string): Noun =>
  nouns.find(noun => noun.id === id)!;
