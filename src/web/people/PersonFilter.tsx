import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { FilterFound } from '../ui/FilterFound.tsx';
import type { Found } from '../ui/PickFound.tsx';
import { useFoundPeople } from './useFoundPeople.ts';

interface PersonFilterProps {
  label: string;
  /** What it means to choose nothing: `Anybody`. */
  any: string;
  value: string | undefined;
  /** A choice besides people: nobody. */
  besides?: Found;
  onChoose(id: string | undefined): void;
}

/** Narrows a list to one person. */
export function PersonFilter({ besides, ...filter }: PersonFilterProps) {
  const { value = '' } = filter;
  const people = useFoundPeople();
  const isPerson = value !== '' && value !== besides?.id;
  const { data } = useQuery(api.people.get.queryOptions({ input: { id: value }, enabled: isPerson }));
  const isBesidesMeant = besides?.name.toLowerCase().includes(people.text.trim().toLowerCase());
  return (
    <FilterFound
      {...filter}
      {...people}
      found={[...(besides && isBesidesMeant ? [besides] : []), ...people.found]}
      name={isPerson ? data?.name : besides?.name}
    />
  );
}
