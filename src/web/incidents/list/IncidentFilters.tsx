import { SlidersHorizontal } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { SavedFilters } from '../../ui/SavedFilters.tsx';
import type { Facets } from './incidentList.ts';
import { countFilters, type IncidentSearch, readSearch, type SearchChange } from './incidentSearch.ts';

interface IncidentFiltersProps {
  search: IncidentSearch;
  /** Undefined until the first answer. */
  facets: Facets | undefined;
  areFacetsOpen: boolean;
  /** Puts other filters in place of all that are set. */
  onReplace(next: IncidentSearch): void;
  onChange(next: SearchChange): void;
  onToggleFacets(): void;
}

/** How many incidents are open and how many closed, whatever states are chosen. */
function countShown(states: Facets['state']): Record<'open' | 'closed' | 'all', number> {
  const sum = (values: Facets['state']) => values.reduce((total, { count }) => total + count, 0);
  const all = sum(states);
  const closed = sum(states.filter(({ value }) => value === 'closed'));
  return { open: all - closed, closed, all };
}

/** What stands over the incident list: words, open or closed, order, and filters that were saved. */
export function IncidentFilters({
  search,
  facets,
  areFacetsOpen,
  onReplace,
  onChange,
  onToggleFacets,
}: IncidentFiltersProps) {
  const { filter } = t.incidents;
  const counts = facets && countShown(facets.state);
  const withCount = (show: 'open' | 'closed' | 'all') =>
    counts ? filter.withCount(filter[show], counts[show]) : filter[show];
  const count = countFilters(search);
  const { declare: _, ...saved } = search;
  return (
    <search className="mb-3 flex flex-wrap items-end gap-2.5">
      <TextField
        label={filter.title}
        type="search"
        className="min-w-44 flex-1"
        value={search.title ?? ''}
        onChange={event => onChange({ title: event.target.value || undefined })}
      />
      <SelectField
        label={filter.show}
        value={search.state?.length ? 'chosen' : (search.show ?? '')}
        onChange={({ target }) =>
          onChange({ show: (target.value || undefined) as 'all' | undefined, state: undefined })
        }
      >
        {search.state?.length && <option value="chosen">{filter.chosen}</option>}
        <option value="">{withCount('open')}</option>
        <option value="closed">{withCount('closed')}</option>
        <option value="all">{withCount('all')}</option>
      </SelectField>
      <SelectField
        label={filter.sort}
        value={search.sort ?? 'newest'}
        onChange={({ target }) =>
          onChange({ sort: target.value === 'newest' ? undefined : (target.value as 'newest') })
        }
      >
        {Object.entries(filter.sorts).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <Button
        className="xl:hidden"
        aria-expanded={areFacetsOpen}
        icon={<SlidersHorizontal size={15} aria-hidden />}
        onClick={onToggleFacets}
      >
        {count > 0 ? t.archive.filterCount(count) : t.archive.filters}
      </Button>
      <SavedFilters list="incidents" search={saved} onChoose={next => onReplace(readSearch(next))} />
    </search>
  );
}
