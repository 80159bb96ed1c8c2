import { useSuspenseQuery } from '@tanstack/react-query';
import type { Role } from '../../contract/roles.ts';
import { api } from '../api.ts';

/** Who is signed in, and what they may do. */
export function useMe() {
  const { data } = useSuspenseQuery(api.people.me.queryOptions({ input: {}, staleTime: 60_000 }));
  return { ...data, may: (roles: readonly Role[]) => roles.some(role => data.roles.includes(role)) };
}
