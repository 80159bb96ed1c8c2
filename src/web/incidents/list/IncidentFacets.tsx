import type { IncidentFacet } from '../../../contract/incidentLists.ts';
import { INCIDENT_STATES } from '../../../core/lifecycle/incident.ts';
import { SEVERITY_IDS } from '../../../core/taxonomy/severities.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { FacetList } from '../../ui/FacetList.tsx';
import { TextField } from '../../ui/Field.tsx';
import { fromLocalInput, toLocalInput } from '../../ui/localInput.ts';
import { useTerms } from '../fields/useTerms.ts';
import { countFilters, type IncidentSearch, type SearchChange, SHOWN_FACETS } from './incidentSearch.ts';
import type { Facets } from './useFacets.ts';

interface IncidentFacetsProps {
  search: IncidentSearch;
  /** Undefined until the first answer. */
  facets: Facets | undefined;
  onChange(next: SearchChange): void;
}

/** Facets whose values have an order of their own; of the others the most frequent stand first. */
const ORDERS: Partial<Record<IncidentFacet, readonly string[]>> = {
  severity: SEVERITY_IDS,
  state: INCIDENT_STATES,
};

function inOrder<Value extends { value: string }>(
  facet: IncidentFacet,
  values: readonly Value[],
): readonly Value[] {
  const order = ORDERS[facet];
  return order ? values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : values;
}

const NOTHING = {
  ...Object.fromEntries(SHOWN_FACETS.map(facet => [facet, undefined])),
  mine: undefined,
  from: undefined,
  to: undefined,
};

/** What the incidents can be narrowed by, with what each choice would leave. */
export function IncidentFacets({ search, facets, onChange }: IncidentFacetsProps) {
  const { nameOf } = useTerms();
  const labels: Partial<Record<IncidentFacet, (value: string) => string>> = {
    severity: value => t.incidents.severity[value] ?? value,
    state: value => t.incidents.state[value] ?? value,
    layer: value => nameOf('layer', value),
    causeClass: value => nameOf('causeClass', value),
    useCase: value => nameOf('useCase', value),
  };
  const day = (field: 'from' | 'to') => ({
    type: 'datetime-local',
    value: toLocalInput(search[field] ?? null),
    onChange: (event: { target: { value: string } }) =>
      onChange({ [field]: fromLocalInput(event.target.value) ?? undefined }),
  });
  return (
    <div className="flex flex-col gap-4">
      <CheckField
        label={t.incidents.filter.mine}
        isChecked={search.mine ?? false}
        onChange={isChecked => onChange({ mine: isChecked || undefined })}
      />
      {facets &&
        SHOWN_FACETS.map(facet => (
          <FacetList
            key={facet}
            label={t.archive.facet[facet]}
            values={inOrder(facet, facets[facet])}
            chosen={search[facet] ?? []}
            labelOf={(value, name) => labels[facet]?.(value) ?? name}
            onChange={chosen => onChange({ [facet]: chosen.length > 0 ? chosen : undefined })}
          />
        ))}
      <TextField label={t.incidents.filter.from} {...day('from')} />
      <TextField label={t.incidents.filter.to} {...day('to')} />
      {countFilters(search) > 0 && (
        <Button className="self-start" onClick={() => onChange(NOTHING)}>
          {t.archive.clear}
        </Button>
      )}
    </div>
  );
}
