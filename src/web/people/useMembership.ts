import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { sayError } from '../ui/Toasts.tsx';

interface MembershipChange {
  team: { id: string; name: string };
  person: { id: string; name: string };
  change: 'addMember' | 'removeMember';
}

/** Puts people into teams and takes them out. */
export function useMembership() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ team, person, change }: MembershipChange) =>
      api.teams[change].call({ id: team.id, personId: person.id }),
    onError: sayError,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: api.people.key() }),
        queryClient.invalidateQueries({ queryKey: api.teams.key() }),
      ]),
  });
}

/** A list as it will be when a change is done: shown at once, it jumps back when refused. */
export function withChange<Item extends { id: string }>(
  items: readonly Item[],
  item: Item,
  change: MembershipChange['change'],
): Item[] {
  const others = items.filter(({ id }) => id !== item.id);
  return change === 'addMember' ? [...others, item] : others;
}
