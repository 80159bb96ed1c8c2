import { t } from '../messages/index.ts';
import { TeamFilter } from '../people/TeamFilter.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';

/** What the catalogue shows, as it stands in the address. */
export interface ServiceSearch {
  name?: string;
  tier?: string;
  ownerTeamId?: string;
  /** The service whose drawer is open; `new` adds one. */
  open?: string;
}

interface ServiceFiltersProps {
  search: ServiceSearch;
  onChange(next: Partial<Record<keyof ServiceSearch, string | undefined>>): void;
}

/** Filters of the catalogue; each choice is in the address at once. */
export function ServiceFilters({ search, onChange }: ServiceFiltersProps) {
  const choose = (field: keyof ServiceSearch) => ({
    value: search[field] ?? '',
    onChange: (event: { target: { value: string } }) =>
      onChange({ [field]: event.target.value || undefined }),
  });
  return (
    <FilterBar
      label={t.common.search}
      text={search.name}
      count={[search.tier, search.ownerTeamId].filter(Boolean).length}
      onText={name => onChange({ name })}
    >
      <SelectField label={t.services.tier} {...choose('tier')}>
        <option value="">{t.services.anyTier}</option>
        {Object.entries(t.services.tiers).map(([tier, label]) => (
          <option key={tier} value={tier}>
            {label}
          </option>
        ))}
      </SelectField>
      <TeamFilter
        label={t.services.ownerTeam}
        value={search.ownerTeamId}
        onChoose={ownerTeamId => onChange({ ownerTeamId })}
      />
    </FilterBar>
  );
}
