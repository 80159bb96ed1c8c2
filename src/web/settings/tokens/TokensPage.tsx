import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { KeySquare, Plus } from 'lucide-react';
import { ADMINISTRATORS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { SignInAgain } from '../SignInAgain.tsx';
import { CreateToken } from './CreateToken.tsx';
import { TokenTable } from './TokenTable.tsx';

const route = getRouteApi('/inside/settings/tokens');

/** API tokens: make, see, revoke; administrators see everyone's. */
export function TokensPage() {
  const me = useMe();
  const navigate = route.useNavigate();
  const search = route.useSearch() as { everyone?: boolean; create?: boolean };
  const change = (next: { everyone?: boolean | undefined; create?: boolean | undefined }): void =>
    void navigate({ search: { ...search, ...next } });
  const create = (): void => change({ create: true });
  useShortcut('n', t.tokens.create, create);
  const list = useInfiniteQuery(
    api.tokens.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        of: search.everyone ? ('everyone' as const) : ('me' as const),
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  const button = (
    <Button kind="primary" icon={<Plus size={15} aria-hidden />} onClick={create}>
      {t.tokens.create}
    </Button>
  );
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-muted">{t.tokens.lead}</p>
        {me.may(ADMINISTRATORS) && (
          <CheckField
            label={t.tokens.everyone}
            isChecked={search.everyone ?? false}
            onChange={isChecked => change({ everyone: isChecked || undefined })}
          />
        )}
        {button}
      </div>
      <SignInAgain />
      <ListFrame
        list={list}
        empty={
          <EmptyState
            icon={<KeySquare size={28} />}
            title={t.tokens.emptyTitle}
            text={t.tokens.emptyText}
            action={button}
          />
        }
      >
        {tokens => <TokenTable tokens={tokens} ofEveryone={search.everyone ?? false} />}
      </ListFrame>
      {search.create && <CreateToken onClose={() => change({ create: undefined })} />}
    </>
  );
}
