import { ACTION_KINDS } from '../../core/lifecycle/actionKinds.ts';
import { PRIORITIES } from '../../core/lifecycle/priority.ts';
import { t } from '../messages/index.ts';
import { ServiceFilter } from '../services/ServiceFilter.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import type { ActionSearch, SearchChange } from './actionSearch.ts';
import { OwnerFilter } from './OwnerFilter.tsx';

interface ActionFiltersProps {
  search: ActionSearch;
  onChange(next: SearchChange): void;
}

type Choice = readonly [value: string, label: string];
const entries = (texts: Record<string, string>): Choice[] => Object.entries(texts);

const COUNTED = ['state', 'priority', 'kind', 'sort', 'owner', 'service', 'mine', 'overdue'] as const;

/** Filters of the action list; each choice is in the address at once. */
export function ActionFilters({ search, onChange }: ActionFiltersProps) {
  const { filter } = t.actions;
  const selects: [keyof ActionSearch, string, Choice[]][] = [
    ['state', filter.state, [['', filter.unsettled], ['any', filter.anyState], ...entries(t.actions.state)]],
    [
      'priority',
      filter.priority,
      [['', filter.anyPriority], ...PRIORITIES.map((id): Choice => [id, id.toUpperCase()])],
    ],
    ['kind', filter.kind, [['', filter.anyKind], ...ACTION_KINDS.map(({ id, name }): Choice => [id, name])]],
    ['sort', filter.sort, entries(filter.sorts)],
  ];
  return (
    <FilterBar
      label={filter.text}
      text={search.text}
      count={COUNTED.filter(name => search[name] !== undefined).length}
      onText={text => onChange({ text })}
    >
      {selects
        .filter(([name]) => name !== 'state' || search.view !== 'board')
        .map(([name, label, choices]) => (
          <SelectField
            key={name}
            label={label}
            className="sm:max-w-38"
            value={String(search[name] ?? choices[0]?.[0])}
            onChange={event => onChange({ [name]: event.target.value || undefined })}
          >
            {choices.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </SelectField>
        ))}
      <OwnerFilter value={search.owner} onChoose={owner => onChange({ owner })} />
      <ServiceFilter value={search.service} onChoose={service => onChange({ service })} />
      <div className="flex gap-3">
        {(['mine', 'overdue'] as const).map(name => (
          <label key={name} className="flex h-8 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={search[name] ?? false}
              onChange={event => onChange({ [name]: event.target.checked || undefined })}
            />
            {filter[name]}
          </label>
        ))}
      </div>
    </FilterBar>
  );
}
