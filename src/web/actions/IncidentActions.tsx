import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { useIncident } from '../incidents/useIncident.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { paging } from '../ui/paging.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { ActionDrawer } from './ActionDrawer.tsx';
import { ProposalList } from './ProposalList.tsx';
import { SelectableActions } from './SelectableActions.tsx';
import { usePostmortemOf } from './usePostmortemOf.ts';

/** What the drawer shows, as it stands in the address. */
interface DrawerSearch {
  open?: string | undefined;
  /** Title of the proposal that a new action begins with. */
  from?: string | undefined;
}

/** The actions of one incident, and those that its draft proposes. */
export function IncidentActions() {
  const me = useMe();
  const { id, number, title } = useIncident();
  const search: DrawerSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const postmortemId = usePostmortemOf(id);
  const mayEdit = me.may(CONTRIBUTORS);
  const show = (next: DrawerSearch): void =>
    void navigate({ to: '/incidents/$id/actions', params: { id: number }, search: { ...next } });
  useShortcut('n', t.actions.add, () => mayEdit && show({ open: 'new' }));

  const list = useInfiniteQuery(
    api.actions.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ incidentId: id, limit: 100, ...(cursor && { cursor }) }),
      ...paging,
    }),
  );
  const proposals = useQuery(api.actions.proposals.queryOptions({ input: { incidentId: id } }));
  return (
    <div className="flex flex-col gap-5">
      <div>
        {mayEdit && (
          <div className="mb-3 flex justify-end">
            <Button
              kind="primary"
              icon={<Plus size={15} aria-hidden />}
              onClick={() => show({ open: 'new' })}
            >
              {t.actions.add}
            </Button>
          </div>
        )}
        <ListFrame list={list} empty={<p className="text-muted">{t.actions.incidentEmpty}</p>}>
          {actions => (
            <SelectableActions
              actions={actions}
              mayEdit={mayEdit}
              isOfOneIncident
              onOpen={open => show({ open })}
            />
          )}
        </ListFrame>
      </div>
      {proposals.data && (
        <ProposalList
          proposals={proposals.data.items}
          incidentId={id}
          postmortemId={postmortemId}
          mayAdd={mayEdit}
          onCorrect={from => show({ open: 'new', from })}
        />
      )}
      {search.open && (search.from === undefined || proposals.data) && (
        <ActionDrawer
          key={`${search.open} ${search.from}`}
          id={search.open}
          mayEdit={mayEdit}
          incident={{ id, name: title }}
          proposal={proposals.data?.items.find(proposal => proposal.title === search.from)}
          onClose={() => show({})}
          onAdded={() => show({})}
        />
      )}
    </div>
  );
}
