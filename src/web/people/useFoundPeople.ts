import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';

/** People by part of their name or mail address: what `PickFound` needs to find them. */
export function useFoundPeople() {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const people = useQuery(
    api.people.list.queryOptions({
      input: { limit: 20, isDisabled: false, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return {
    text,
    onSearch: setText,
    found: (people.data?.items ?? []).map(({ id, name, email }) => ({ id, name, detail: email })),
  };
}
