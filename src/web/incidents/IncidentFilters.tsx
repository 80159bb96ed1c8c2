import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { SavedFilters } from '../ui/SavedFilters.tsx';

/** What the list shows, as it stands in the address. */
export interface IncidentSearch {
  title?: string;
  show?: 'closed' | 'all';
  severity?: string;
  serviceId?: string;
  mine?: boolean;
  sort?: string;
  declare?: boolean;
}

interface IncidentFiltersProps {
  search: IncidentSearch;
  /** Puts other filters in place of all that are set. */
  onReplace(next: IncidentSearch): void;
  onChange(next: Partial<Record<keyof IncidentSearch, string | boolean | undefined>>): void;
}

/** Filters of the incident list; each choice is in the address at once. */
export function IncidentFilters({ search, onReplace, onChange }: IncidentFiltersProps) {
  const services = useQuery(api.services.list.queryOptions({ input: { limit: 200 } }));
  const choose = (name: keyof IncidentSearch) => ({
    value: String(search[name] ?? ''),
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value || undefined }),
  });
  return (
    <search className="mb-3 flex flex-wrap items-end gap-2.5">
      <TextField
        label={t.incidents.filter.title}
        type="search"
        className="min-w-44 flex-1"
        {...choose('title')}
      />
      <SelectField label={t.incidents.filter.show} {...choose('show')}>
        <option value="">{t.incidents.filter.open}</option>
        <option value="closed">{t.incidents.filter.closed}</option>
        <option value="all">{t.incidents.filter.all}</option>
      </SelectField>
      <SelectField label={t.incidents.filter.severity} {...choose('severity')}>
        <option value="">{t.incidents.filter.anySeverity}</option>
        {Object.entries(t.incidents.severity).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.incidents.filter.service} className="max-w-48" {...choose('serviceId')}>
        <option value="">{t.incidents.filter.anyService}</option>
        {services.data?.items.map(service => (
          <option key={service.id} value={service.id}>
            {service.name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.incidents.filter.sort} {...choose('sort')}>
        {Object.entries(t.incidents.filter.sorts).map(([id, label]) => (
          <option key={id} value={id === 'newest' ? '' : id}>
            {label}
          </option>
        ))}
      </SelectField>
      <label className="flex h-8 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={search.mine ?? false}
          onChange={event => onChange({ mine: event.target.checked || undefined })}
        />
        {t.incidents.filter.mine}
      </label>
      <SavedFilters list="incidents" search={{ ...search }} onChoose={next => onReplace(next)} />
    </search>
  );
}
