import type { IncidentFacet } from '../../../contract/incidentLists.ts';
import { INCIDENT_STATES } from '../../../core/lifecycle/incident.ts';
import { SEVERITY_IDS } from '../../../core/taxonomy/severities.ts';
import { t } from '../../messages/index.ts';
import { FacetPanel } from '../../ui/FacetPanel.tsx';
import { useTerms } from '../fields/useTerms.ts';
import type { Facets } from './incidentList.ts';
import { type IncidentSearch, type SearchChange, SHOWN_FACETS } from './incidentSearch.ts';

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

const inOrder = (facets: Facets): Facets => ({
  ...facets,
  ...Object.fromEntries(
    Object.entries(ORDERS).map(([facet, order]) => [
      facet,
      facets[facet as IncidentFacet].toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)),
    ]),
  ),
});

/** What the incidents can be narrowed by, with what each choice would leave. */
export function IncidentFacets({ search, facets, onChange }: IncidentFacetsProps) {
  const { nameOf } = useTerms();
  return (
    <FacetPanel
      shown={SHOWN_FACETS}
      search={search}
      facets={facets && inOrder(facets)}
      words={t.incidents.filter}
      labels={{
        severity: value => t.incidents.severity[value] ?? value,
        state: value => t.incidents.state[value] ?? value,
        layer: value => nameOf('layer', value),
        causeClass: value => nameOf('causeClass', value),
        useCase: value => nameOf('useCase', value),
      }}
      onChange={onChange}
    />
  );
}
