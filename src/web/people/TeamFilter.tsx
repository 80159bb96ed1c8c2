import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { FilterFound } from '../ui/FilterFound.tsx';
import { useFoundTeams } from './useFoundTeams.ts';

interface TeamFilterProps {
  label: string;
  value: string | undefined;
  onChoose(id: string | undefined): void;
}

/** Narrows a list to one team. */
export function TeamFilter(props: TeamFilterProps) {
  const { value = '' } = props;
  const { data } = useQuery(api.teams.get.queryOptions({ input: { id: value }, enabled: value !== '' }));
  return <FilterFound {...props} {...useFoundTeams()} any={t.people.anyTeam} name={data?.name} />;
}
