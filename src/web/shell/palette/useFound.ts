import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ClipboardCheck, FileText, Flame, type LucideIcon, Network, User, UsersRound } from 'lucide-react';
import { api } from '../../api.ts';
import type { Hit } from '../../archive/hit.ts';
import { linkOf } from '../../archive/linkOf.ts';
import { t } from '../../messages/index.ts';
import { useSettled } from '../../ui/useSettled.ts';

/** Letters from which on something is looked for. */
const FEWEST = 2;
/** Milliseconds without another letter, after which the server is asked. */
const PAUSE = 120;

const ICONS: Record<Hit['kind'], LucideIcon> = {
  incident: Flame,
  postmortem: FileText,
  action: ClipboardCheck,
};

export interface FoundThing {
  key: string;
  icon: LucideIcon;
  name: string;
  detail: string;
  link: { to: string; search: object };
}

/** Incidents, postmortems, actions, services, people and teams that what was typed may mean. */
export function useFound(typed: string): { found: FoundThing[]; isLooking: boolean } {
  const text = useSettled(typed.trim(), PAUSE);
  const options = { enabled: text.length >= FEWEST, placeholderData: keepPreviousData };
  const hits = useQuery(api.search.find.queryOptions({ input: { text, limit: 8 }, ...options }));
  const services = useQuery(api.services.list.queryOptions({ input: { name: text, limit: 4 }, ...options }));
  const people = useQuery(api.people.list.queryOptions({ input: { name: text, limit: 4 }, ...options }));
  const teams = useQuery(api.teams.list.queryOptions({ input: { name: text, limit: 4 }, ...options }));
  if (typed.trim().length < FEWEST) return { found: [], isLooking: false };
  return {
    isLooking: text !== typed.trim() || [hits, services, people, teams].some(({ isFetching }) => isFetching),
    found: [
      ...(hits.data?.items ?? []).map(hit => ({
        key: `${hit.kind} ${hit.id}`,
        icon: ICONS[hit.kind],
        name: hit.title,
        detail: hit.incident.number,
        link: linkOf(hit),
      })),
      ...(services.data?.items ?? []).map(({ id, name, ownerTeam }) => ({
        key: `service ${id}`,
        icon: Network,
        name,
        detail: ownerTeam?.name ?? '',
        link: { to: '/services', search: { open: id } },
      })),
      ...(people.data?.items ?? []).map(({ id, name, email }) => ({
        key: `person ${id}`,
        icon: User,
        name,
        detail: email,
        link: { to: '/people', search: { open: id } },
      })),
      ...(teams.data?.items ?? []).map(({ id, name }) => ({
        key: `team ${id}`,
        icon: UsersRound,
        name,
        detail: t.people.team,
        link: { to: '/people/teams', search: { open: id } },
      })),
    ],
  };
}
