import { ACTION_KINDS } from '../../core/lifecycle/actionKinds.ts';
import { PRIORITIES } from '../../core/lifecycle/priority.ts';
import { t } from '../messages/index.ts';
import { PersonFilter } from '../people/PersonFilter.tsx';
import { ServiceFilter } from '../services/ServiceFilter.tsx';
import { CheckFilter } from '../ui/CheckFilter.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import type { ActionSearch, SearchChange } from './actionSearch.ts';

interface ActionFiltersProps {
  search: ActionSearch;
  onChange(next: SearchChange): void;
}

type Choice = readonly [value: string, label: string];
const entries = (texts: Record<string, string>): Choice[] => Object.entries(texts);

const NOBODY = { id: 'nobody', name: t.actions.nobody };
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
      <PersonFilter
        label={filter.owner}
        any={filter.anyOwner}
        value={search.owner}
        besides={NOBODY}
        onChoose={owner => onChange({ owner })}
      />
      <ServiceFilter value={search.service} onChoose={service => onChange({ service })} />
      <div className="flex gap-3">
        {(['mine', 'overdue'] as const).map(name => (
          <CheckFilter
            key={name}
            label={filter[name]}
            isChecked={search[name]}
            onChange={isOn => onChange({ [name]: isOn })}
          />
        ))}
      </div>
    </FilterBar>
  );
}
