import { fromLocalInput } from '../ui/localInput.ts';
import type { Found } from '../ui/PickFound.tsx';
import { type Grantee, granteeInput } from './access/grantee.ts';
import type { Incident } from './incident.ts';
import type { PartTaken } from './people/teamParts.ts';

/** What is filled in to declare an incident. */
export interface Declaration extends Record<string, unknown> {
  title: string;
  severity: string;
  services: Found[];
  /** Local times, empty where nobody knows. */
  startedAt: string;
  detectedAt: string;
  summary: string;
  commander: Found | null;
  teams: PartTaken[];
  layer: string;
  causeClass: string;
  useCase: string;
  isRestricted: boolean;
  reason: string;
  access: Grantee[];
}

export const BLANK_DECLARATION: Declaration = {
  title: '',
  severity: 'sev2',
  services: [],
  startedAt: '',
  detectedAt: '',
  summary: '',
  commander: null,
  teams: [],
  layer: '',
  causeClass: '',
  useCase: '',
  isRestricted: false,
  reason: '',
  access: [],
};

/** A declaration as the operation takes it. */
export const toDeclaration = ({
  title,
  severity,
  services,
  startedAt,
  detectedAt,
  summary,
  commander,
  teams,
  isRestricted,
  reason,
  access,
  ...terms
}: Declaration) => ({
  title,
  severity: severity as Incident['severity'],
  summary,
  serviceIds: services.map(({ id }) => id),
  times: {
    ...(startedAt && { startedAt: fromLocalInput(startedAt) }),
    ...(detectedAt && { detectedAt: fromLocalInput(detectedAt) }),
  },
  layer: terms.layer || null,
  causeClass: terms.causeClass || null,
  useCase: terms.useCase || null,
  teams: teams.map(({ id, part }) => ({ teamId: id, part })),
  roles: commander ? { commander: commander.id } : {},
  ...(isRestricted && {
    restriction: { reason, access: access.map(each => ({ ...granteeInput(each), reason })) },
  }),
});
