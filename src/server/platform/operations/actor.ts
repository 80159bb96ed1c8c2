import type { Role } from '../../../contract/roles.ts';

/** Who asks. */
export interface Actor {
  /** `token`: a program with a person's API token; `system`: a job of ours; `anonymous`: nobody signed in. */
  kind: 'person' | 'token' | 'system' | 'anonymous';
  /** The person's id; of a token too. Empty for the others. */
  id: string;
  name: string;
  email: string;
  roles: ReadonlySet<Role>;
  teamIds: readonly string[];
  /** What a token may be used for: `incidents:read`, `*:read` …; null: whatever its person may. */
  scopes: readonly string[] | null;
  /** Of a person who came with a browser's session. */
  sessionId?: string;
  /** When that session began. */
  signedInAt?: string;
}

const nobody = { id: '', email: '', roles: new Set<Role>(), teamIds: [], scopes: null };

export const ANONYMOUS: Actor = { ...nobody, kind: 'anonymous', name: 'Nobody' };
export const SYSTEM: Actor = { ...nobody, kind: 'system', name: 'Afterword' };
