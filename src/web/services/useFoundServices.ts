import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';

/** Services by part of their name, with who answers for them: what `PickFound` needs to find them. */
export function useFoundServices() {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const services = useQuery(
    api.services.list.queryOptions({
      input: { limit: 20, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return {
    text,
    onSearch: setText,
    found: (services.data?.items ?? []).map(({ id, name, ownerTeam }) => ({
      id,
      name,
      ...(ownerTeam && { detail: ownerTeam.name }),
    })),
  };
}
