import type { Found } from '../ui/PickFound.tsx';
import { toDraftLinks } from './LinkFields.tsx';
import type { Service } from './service.ts';

/** What somebody fills in of a service; what a new one begins with. */
export const valuesOf = (service: Service | null) => ({
  name: service?.name ?? '',
  description: service?.description ?? '',
  tier: String(service?.tier ?? 3),
  ownerTeam: (service?.ownerTeam ?? null) as Found | null,
  dependsOn: (service?.dependsOn ?? []) as Found[],
  links: toDraftLinks(service?.links ?? []),
});

export type ServiceValues = ReturnType<typeof valuesOf>;

/** The operation's input that the form describes. */
export const toFields = ({ name, description, tier, ownerTeam, dependsOn, links }: ServiceValues) => ({
  name,
  description,
  tier: Number(tier),
  ownerTeamId: ownerTeam?.id ?? null,
  dependsOn: dependsOn.map(({ id }) => id),
  links: links.map(({ title, url }) => ({ title, url })),
});
