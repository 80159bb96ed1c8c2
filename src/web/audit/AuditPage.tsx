import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ScrollText, ShieldCheck, Stamp } from 'lucide-react';
import { useDeferredValue } from 'react';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyList } from '../ui/EmptyList.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { Page } from '../ui/Page.tsx';
import { paging } from '../ui/paging.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { AuditDrawer } from './AuditDrawer.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { type AuditSearch, isFiltered, toInput } from './auditSearch.ts';
import { CheckpointDialog } from './CheckpointDialog.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

const route = getRouteApi('/inside/audit');

/** What was done here, by whom; and the proof that this is the whole truth. */
export function AuditPage() {
  const navigate = route.useNavigate();
  const search = route.useSearch() as AuditSearch;
  const filters = useDeferredValue(search);
  const change = (next: Partial<Record<keyof AuditSearch, string | undefined>>): void =>
    void navigate({ search: { ...search, ...next }, replace: !('open' in next || 'show' in next) });
  useShortcut('v', t.audit.verify.button, () => change({ show: 'verification' }));
  const list = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...toInput(filters), ...(cursor && { cursor }) }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  const mayRead = useMe().may(ADMINISTRATORS);
  const close = (): void => change({ show: undefined });
  return (
    <Page
      title={t.audit.title}
      lead={t.audit.lead}
      actions={
        mayRead && (
          <>
            <ExportMenu {...(search.incidentId && { incidentId: search.incidentId })} />
            <Button icon={<Stamp size={15} aria-hidden />} onClick={() => change({ show: 'checkpoint' })}>
              {t.audit.checkpoint.button}
            </Button>
            <Button
              kind="primary"
              icon={<ShieldCheck size={15} aria-hidden />}
              onClick={() => change({ show: 'verification' })}
            >
              {t.audit.verify.button}
            </Button>
          </>
        )
      }
    >
      {mayRead && <AuditFilters search={search} onChange={change} />}
      <ListFrame
        list={list}
        empty={
          <EmptyList
            icon={ScrollText}
            words={t.audit}
            onClear={isFiltered(search) ? () => void navigate({ search: {} }) : undefined}
          />
        }
      >
        {events => <AuditTable events={events} onOpen={open => change({ open })} />}
      </ListFrame>
      {search.open && (
        <AuditDrawer key={search.open} id={search.open} onClose={() => change({ open: undefined })} />
      )}
      {search.show === 'verification' && <VerifyDialog onClose={close} />}
      {search.show === 'checkpoint' && <CheckpointDialog onClose={close} />}
    </Page>
  );
}
