import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { MailPlus } from 'lucide-react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { EmptyList } from '../ui/EmptyList.tsx';
import { SelectField } from '../ui/Field.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { paging } from '../ui/paging.ts';
import { InvitationTable } from './InvitationTable.tsx';
import { InviteButton } from './InviteButton.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import type { Invitation } from './person.ts';

const route = getRouteApi('/inside/people/invitations');

/** What the address says of the list. */
interface InvitationSearch {
  state?: Invitation['state'];
  invite?: boolean;
  /** Mail address that the dialog begins with. */
  email?: string;
}

/** Who was invited, and what came of it. */
export function InvitationsPage() {
  const navigate = route.useNavigate();
  const search = route.useSearch() as InvitationSearch;
  const { state } = search;
  const change = (next: { [Name in keyof InvitationSearch]?: InvitationSearch[Name] | undefined }): void =>
    void navigate({ search: { ...search, ...next } });
  const list = useInfiniteQuery(
    api.invitations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 100,
        ...(state && { state }),
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  return (
    <>
      <search className="mb-3 flex flex-wrap items-end gap-2.5">
        <SelectField
          label={t.invitations.state}
          value={state ?? ''}
          onChange={({ target }) =>
            change({ state: target.value ? (target.value as Invitation['state']) : undefined })
          }
        >
          <option value="">{t.invitations.anyState}</option>
          {Object.entries(t.invitations.states).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <div className="ml-auto">
          <InviteButton />
        </div>
      </search>
      <ListFrame
        list={list}
        empty={
          <EmptyList
            icon={MailPlus}
            words={t.invitations}
            action={<InviteButton />}
            onClear={state && (() => void navigate({ search: {} }))}
          />
        }
      >
        {invitations => (
          <InvitationTable invitations={invitations} onAgain={email => change({ invite: true, email })} />
        )}
      </ListFrame>
      {search.invite && (
        <InviteDialog
          email={search.email ?? ''}
          onClose={() => change({ invite: undefined, email: undefined })}
        />
      )}
    </>
  );
}
