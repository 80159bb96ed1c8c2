import { t } from '../messages/index.ts';
import { PersonFilter } from '../people/PersonFilter.tsx';
import { CheckFilter } from '../ui/CheckFilter.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { FOLDED, type PostmortemSearch, type SearchChange } from './postmortemSearch.ts';

interface PostmortemFiltersProps {
  search: PostmortemSearch;
  onChange(next: SearchChange): void;
}

const { filter } = t.postmortems;
const CHOICES = [
  { name: 'state', label: filter.state, any: filter.any, choices: t.postmortems.state },
  { name: 'kind', label: filter.kind, any: filter.anyKind, choices: t.postmortems.kind },
] as const;

/** Filters of the list of postmortems; each choice is in the address at once. */
export const PostmortemFilters = ({ search, onChange }: PostmortemFiltersProps) => (
  <FilterBar
    label={filter.text}
    text={search.text}
    count={FOLDED.filter(name => search[name]).length}
    onText={text => onChange({ text })}
  >
    {CHOICES.map(({ name, label, any, choices }) => (
      <SelectField
        key={name}
        label={label}
        value={search[name] ?? ''}
        onChange={event => onChange({ [name]: event.target.value || undefined })}
      >
        <option value="">{any}</option>
        {Object.entries(choices).map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </SelectField>
    ))}
    <PersonFilter
      label={t.postmortems.owner}
      any={filter.anyOwner}
      value={search.owner}
      onChoose={owner => onChange({ owner })}
    />
    <CheckFilter label={filter.mine} isChecked={search.mine} onChange={mine => onChange({ mine })} />
  </FilterBar>
);
