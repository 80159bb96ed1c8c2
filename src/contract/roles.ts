/** What a person may be in an organisation; one person may be several. Each says in a sentence what it is for. */
export const ROLES = {
  viewer: 'Reads everything that is not restricted.',
  responder: 'Declares incidents and works on them.',
  owner: 'Owns postmortems and actions, edits the catalogue and templates.',
  reviewer: 'Reviews postmortems.',
  security: 'Handles security-sensitive incidents; may restrict.',
  legal: 'Judges what may be told and kept; may restrict.',
  custodian: 'Opens sealed originals, with a reason, on record.',
  administrator: 'Manages people, settings and the audit log.',
} as const satisfies Record<string, string>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

/** Everyone with an account. */
export const EVERYONE: readonly Role[] = [...ROLE_NAMES];
/** Those who work on incidents, postmortems and actions. */
export const CONTRIBUTORS = [
  'responder',
  'owner',
  'reviewer',
  'security',
  'legal',
  'administrator',
] as const satisfies readonly Role[];
/** Those who keep catalogue, templates and taxonomy in order. */
export const KEEPERS = ['owner', 'administrator'] as const satisfies readonly Role[];
/** Those who decide who may see an incident. */
export const RESTRICTERS = ['security', 'legal', 'administrator'] as const satisfies readonly Role[];
export const ADMINISTRATORS = ['administrator'] as const satisfies readonly Role[];
