import type { ReactNode } from 'react';
import { ROLE_NAMES } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { SelectField } from '../ui/Field.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { TeamFilter } from './TeamFilter.tsx';

/** What the list shows, as it stands in the address. */
export interface PeopleSearch {
  name?: string;
  role?: string;
  teamId?: string;
  show?: 'disabled' | 'all';
  /** Whose drawer is open. */
  open?: string;
}

interface PeopleFiltersProps {
  search: PeopleSearch;
  onChange(next: Partial<Record<keyof PeopleSearch, string | undefined>>): void;
  actions: ReactNode;
}

/** Filters of the list of people; each choice is in the address at once. */
export function PeopleFilters({ search, onChange, actions }: PeopleFiltersProps) {
  const choose = (name: keyof PeopleSearch) => ({
    value: search[name] ?? '',
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value || undefined }),
  });
  return (
    <FilterBar
      label={t.people.filterName}
      text={search.name}
      count={[search.role, search.teamId, search.show].filter(Boolean).length}
      end={actions}
      onText={name => onChange({ name })}
    >
      <SelectField label={t.people.roles} {...choose('role')}>
        <option value="">{t.people.anyRole}</option>
        {ROLE_NAMES.map(role => (
          <option key={role} value={role}>
            {t.people.role[role]}
          </option>
        ))}
      </SelectField>
      <TeamFilter label={t.people.team} value={search.teamId} onChoose={teamId => onChange({ teamId })} />
      <SelectField label={t.people.access} {...choose('show')}>
        <option value="">{t.people.state.active}</option>
        <option value="disabled">{t.people.state.disabled}</option>
        <option value="all">{t.people.state.all}</option>
      </SelectField>
    </FilterBar>
  );
}
