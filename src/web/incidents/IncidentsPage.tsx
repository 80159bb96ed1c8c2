import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Flame, Siren } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyList } from '../ui/EmptyList.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { SelectableIncidents } from './bulk/SelectableIncidents.tsx';
import { DeclareDialog } from './DeclareDialog.tsx';
import { IncidentFacets } from './list/IncidentFacets.tsx';
import { IncidentFilters } from './list/IncidentFilters.tsx';
import { incidentFacets, incidentList } from './list/incidentList.ts';
import { countFilters, readSearch, type SearchChange } from './list/incidentSearch.ts';

const route = getRouteApi('/inside/incidents');

/** Incidents: find, filter, declare, change several at once. */
export function IncidentsPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = readSearch(route.useSearch());
  const filters = useDeferredValue(search);
  const mayEdit = me.may(CONTRIBUTORS);
  const [areFacetsOpen, setFacetsOpen] = useState(false);
  const change = (next: SearchChange): void =>
    void navigate({ search: { ...search, ...next }, replace: 'title' in next });
  useShortcut('n', t.incidents.declare, () => mayEdit && change({ declare: true }));
  const { data: answer } = useQuery(incidentFacets(filters));
  const list = useInfiniteQuery(incidentList(filters));
  const isNarrowed = countFilters(search) > 0 || Boolean(search.title);
  const declare = mayEdit && (
    <Button kind="primary" icon={<Siren size={15} aria-hidden />} onClick={() => change({ declare: true })}>
      {t.incidents.declare}
    </Button>
  );
  return (
    <Page title={t.incidents.title} lead={t.incidents.lead} actions={declare}>
      <IncidentFilters
        search={search}
        facets={answer?.facets}
        areFacetsOpen={areFacetsOpen}
        onChange={change}
        onReplace={next => void navigate({ search: { ...next } })}
        onToggleFacets={() => setFacetsOpen(!areFacetsOpen)}
      />
      <div className="grid items-start gap-x-6 gap-y-4 xl:grid-cols-[13rem_minmax(0,1fr)]">
        <aside aria-label={t.archive.filters} className={cx(!areFacetsOpen && 'max-xl:hidden')}>
          <IncidentFacets search={search} facets={answer?.facets} onChange={change} />
        </aside>
        <div className={cx('min-w-0', list.isPlaceholderData && 'opacity-70')}>
          <p role="status" className="tabular mb-1.5 min-h-5 text-sm text-muted">
            {answer && t.incidents.count(answer.total)}
          </p>
          <ListFrame
            list={list}
            empty={
              <EmptyList
                icon={Flame}
                words={t.incidents}
                action={declare}
                onClear={isNarrowed ? () => void navigate({ search: {} }) : undefined}
              />
            }
          >
            {incidents => <SelectableIncidents incidents={incidents} mayEdit={mayEdit} />}
          </ListFrame>
        </div>
      </div>
      <DeclareDialog isOpen={search.declare ?? false} onClose={() => change({ declare: undefined })} />
    </Page>
  );
}
