import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { FilterFound } from '../ui/FilterFound.tsx';
import { useFoundServices } from './useFoundServices.ts';

interface ServiceFilterProps {
  value: string | undefined;
  onChoose(id: string | undefined): void;
}

/** Narrows a list to one service. */
export function ServiceFilter(props: ServiceFilterProps) {
  const { value = '' } = props;
  const { data } = useQuery(api.services.get.queryOptions({ input: { id: value }, enabled: value !== '' }));
  return (
    <FilterFound
      {...props}
      {...useFoundServices()}
      label={t.services.service}
      any={t.services.any}
      name={data?.name}
    />
  );
}
