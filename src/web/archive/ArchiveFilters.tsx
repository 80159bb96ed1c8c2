import { useTerms } from '../incidents/fields/useTerms.ts';
import { t } from '../messages/index.ts';
import { FacetPanel } from '../ui/FacetPanel.tsx';
import { type ArchiveSearch, SHOWN_FACETS } from './archiveSearch.ts';
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
  const { nameOf } = useTerms();
  return (
    <FacetPanel
      shown={SHOWN_FACETS}
      search={search}
      facets={facets}
      words={t.archive}
      labels={{
        kind: value => t.archive.kind[value as 'incident'],
        state: value => stateLabel(undefined, value),
        severity: value => t.incidents.severity[value] ?? value,
        layer: value => nameOf('layer', value),
        causeClass: value => nameOf('causeClass', value),
        useCase: value => nameOf('useCase', value),
      }}
      onChange={onChange}
    />
  );
}
