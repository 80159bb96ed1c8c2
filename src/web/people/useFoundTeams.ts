import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';

/** Teams by part of their name: what `PickFound` needs to find them. */
export function useFoundTeams() {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const teams = useQuery(
    api.teams.list.queryOptions({
      input: { limit: 20, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return { text, onSearch: setText, found: (teams.data?.items ?? []).map(({ id, name }) => ({ id, name })) };
}
