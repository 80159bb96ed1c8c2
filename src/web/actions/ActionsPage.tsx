import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ClipboardCheck, Columns3, Plus, Rows3 } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceBar } from '../ui/ChoiceBar.tsx';
import { EmptyList } from '../ui/EmptyList.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { paging } from '../ui/paging.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { ActionBoard } from './ActionBoard.tsx';
import { ActionDrawer } from './ActionDrawer.tsx';
import { ActionFilters } from './ActionFilters.tsx';
import {
  type ActionSearch,
  inputBesideState,
  isNarrowed,
  type SearchChange,
  toInput,
} from './actionSearch.ts';
import { SelectableActions } from './SelectableActions.tsx';

const route = getRouteApi('/inside/actions');

const VIEWS = [
  { id: 'table', name: t.actions.view.table, icon: Rows3 },
  { id: 'board', name: t.actions.view.board, icon: Columns3 },
] as const;

/** Every action that one may see: found, sorted, moved, changed one by one or together. */
export function ActionsPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as ActionSearch;
  const filters = useDeferredValue(search);
  const mayEdit = me.may(CONTRIBUTORS);
  const change = (next: SearchChange): void =>
    void navigate({ search: { ...search, ...next }, replace: !('open' in next || 'view' in next) });
  const open = (id: string): void => change({ open: id });
  const view = search.view ?? 'table';
  // The address need not say that it is the table.
  const show = (next: 'table' | 'board'): void => change({ view: next === 'board' ? next : undefined });
  useShortcut('v', t.actions.view.label, () => show(view === 'table' ? 'board' : 'table'));
  useShortcut('n', t.actions.add, () => mayEdit && open('new'));
  const add = (
    <Button kind="primary" icon={<Plus size={15} aria-hidden />} onClick={() => open('new')}>
      {t.actions.add}
    </Button>
  );
  const empty = (
    <EmptyList
      icon={ClipboardCheck}
      words={t.actions}
      action={mayEdit && add}
      onClear={isNarrowed(filters) ? () => void navigate({ search: { view: search.view } }) : undefined}
    />
  );
  return (
    <Page
      title={t.actions.title}
      lead={t.actions.lead}
      actions={
        <>
          <ChoiceBar label={t.actions.view.label} choices={VIEWS} chosen={view} onChoose={show} />
          {mayEdit && add}
        </>
      }
    >
      <ActionFilters search={search} onChange={change} />
      {view === 'board' ? (
        <ActionBoard input={inputBesideState(filters)} empty={empty} mayMove={mayEdit} onOpen={open} />
      ) : (
        <Listing filters={filters} empty={empty} mayEdit={mayEdit} onOpen={open} />
      )}
      {search.open && (
        <ActionDrawer
          key={search.open}
          id={search.open}
          mayEdit={mayEdit}
          onClose={() => change({ open: undefined })}
          onAdded={open}
        />
      )}
    </Page>
  );
}

interface ListingProps {
  filters: ActionSearch;
  empty: ReactNode;
  mayEdit: boolean;
  onOpen(id: string): void;
}

function Listing({ filters, empty, mayEdit, onOpen }: ListingProps) {
  const input = toInput(filters);
  const list = useInfiniteQuery(
    api.actions.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, ...(cursor && { cursor }) }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  return (
    <ListFrame list={list} empty={empty}>
      {actions => <SelectableActions actions={actions} mayEdit={mayEdit} onOpen={onOpen} />}
    </ListFrame>
  );
}
