import { ROLE_NAMES, type Role } from '../../../contract/roles.ts';

/** How groups at the identity provider become roles here. */
export interface RoleMapping {
  /** Claim that holds a person's groups: `groups`. */
  claim: string;
  /** Group → roles. */
  groups: ReadonlyMap<string, readonly Role[]>;
}

/**
 * Reads `sre=responder,owner; admins=administrator`.
 *
 * @throws Error that names what is wrong
 */
export function parseRoleMapping(claim: string, text: string): RoleMapping {
  const pairs = text
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair !== '')
    .map(pair => {
      const at = pair.lastIndexOf('=');
      const names = pair
        .slice(at + 1)
        .split(',')
        .map(name => name.trim());
      const unknown = names.filter(name => !ROLE_NAMES.some(role => role === name));
      if (at < 1 || unknown.length > 0)
        throw new Error(`“${pair}” is not group=role,role with roles out of ${ROLE_NAMES.join(', ')}`);
      return [pair.slice(0, at).trim(), names as Role[]] as const;
    });
  return { claim, groups: new Map(pairs) };
}

/**
 * The roles of a person by their groups, in the order of `ROLES`; everyone is a viewer. Undefined when the provider
 * said nothing of groups: then roles stay as they are.
 */
export function rolesFromClaims(
  claims: Readonly<Record<string, unknown>>,
  mapping: RoleMapping,
): Role[] | undefined {
  const groups = claims[mapping.claim];
  if (!Array.isArray(groups)) return undefined;
  const roles = new Set<Role>([
    'viewer',
    ...groups.flatMap(group => mapping.groups.get(String(group)) ?? []),
  ]);
  return ROLE_NAMES.filter(role => roles.has(role));
}
