import type { Found } from '../../ui/PickFound.tsx';

/** A person or a team that is to see something restricted. */
export interface Grantee extends Found {
  isTeam: boolean;
}

/** Who is meant, as the operations take it. */
export const granteeInput = ({ id, isTeam }: Grantee): { teamId: string } | { personId: string } =>
  isTeam ? { teamId: id } : { personId: id };
