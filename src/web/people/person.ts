import type { z } from 'zod';
import type { invitation } from '../../contract/invitations.ts';
import type { person } from '../../contract/people.ts';
import type { team } from '../../contract/teams.ts';

export type Person = z.infer<typeof person>;
export type Team = z.infer<typeof team>;
export type Invitation = z.infer<typeof invitation>;
