import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useFoundPeople } from '../people/useFoundPeople.ts';
import { FilterFound } from '../ui/FilterFound.tsx';

interface OwnerFilterProps {
  /** `nobody` for what nobody owns. */
  value: string | undefined;
  onChoose(value: string | undefined): void;
}

const NOBODY = { id: 'nobody', name: t.actions.nobody };

/** Narrows a list to what one person owns, or to what nobody does. */
export function OwnerFilter(props: OwnerFilterProps) {
  const { value = '' } = props;
  const people = useFoundPeople();
  const isPerson = value !== '' && value !== NOBODY.id;
  const { data } = useQuery(api.people.get.queryOptions({ input: { id: value }, enabled: isPerson }));
  const isNobodyMeant = NOBODY.name.toLowerCase().includes(people.text.trim().toLowerCase());
  return (
    <FilterFound
      {...props}
      {...people}
      found={[...(isNobodyMeant ? [NOBODY] : []), ...people.found]}
      label={t.actions.filter.owner}
      any={t.actions.filter.anyOwner}
      name={isPerson ? data?.name : NOBODY.name}
    />
  );
}
