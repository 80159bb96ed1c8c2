import { useQuery } from '@tanstack/react-query';
import type { Facet } from '../../contract/search.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { CheckField } from '../ui/CheckField.tsx';
import { FacetList } from '../ui/FacetList.tsx';
import { TextField } from '../ui/Field.tsx';
import { fromLocalInput, toLocalInput } from '../ui/localInput.ts';
import { type ArchiveSearch, countFilters, SHOWN_FACETS } from './archiveSearch.ts';
import type { Facets } from './hit.ts';
import { stateLabel } from './stateLabel.ts';

interface ArchiveFiltersProps {
  search: ArchiveSearch;
  /** Undefined until the first answer. */
  facets: Facets | undefined;
  onChange(next: { [Name in keyof ArchiveSearch]?: ArchiveSearch[Name] | undefined }): void;
}

/** What the hits can be narrowed by, with what each choice would leave. */
export function ArchiveFilters({ search, facets, onChange }: ArchiveFiltersProps) {
  const { data: terms } = useQuery(api.taxonomy.get.queryOptions({ staleTime: 600_000 }));
  const termName = (dimension: 'layer' | 'causeClass' | 'useCase') => (value: string) =>
    terms?.[dimension].find(({ id }) => id === value)?.name ?? value;
  const labels: Partial<Record<Facet, (value: string, name: string) => string>> = {
    kind: value => t.archive.kind[value as 'incident'],
    state: value => stateLabel(undefined, value),
    severity: value => t.incidents.severity[value] ?? value,
    layer: termName('layer'),
    causeClass: termName('causeClass'),
    useCase: termName('useCase'),
  };
  const time = (field: 'from' | 'to') => ({
    type: 'datetime-local',
    value: toLocalInput(search[field] ?? null),
    onChange: (event: { target: { value: string } }) =>
      onChange({ [field]: fromLocalInput(event.target.value) ?? undefined }),
  });
  return (
    <div className="flex flex-col gap-4">
      <CheckField
        label={t.archive.mine}
        isChecked={search.mine ?? false}
        onChange={isChecked => onChange({ mine: isChecked || undefined })}
      />
      {facets &&
        SHOWN_FACETS.map(facet => (
          <FacetList
            key={facet}
            label={t.archive.facet[facet]}
            values={facets[facet]}
            chosen={search[facet]?.map(String) ?? []}
            labelOf={labels[facet] ?? ((_, name) => name)}
            onChange={chosen => onChange({ [facet]: chosen.length > 0 ? chosen : undefined })}
          />
        ))}
      <TextField label={t.archive.from} {...time('from')} />
      <TextField label={t.archive.to} {...time('to')} />
      {countFilters(search) > 0 && (
        <Button
          className="self-start"
          onClick={() =>
            onChange({
              ...Object.fromEntries(SHOWN_FACETS.map(facet => [facet, undefined])),
              mine: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          {t.archive.clear}
        </Button>
      )}
    </div>
  );
}
