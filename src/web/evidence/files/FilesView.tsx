import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileSearch } from 'lucide-react';
import { CONTRIBUTORS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import type { ViewProps } from '../views.ts';
import { FileDrawer } from './FileDrawer.tsx';
import { FileTable } from './FileTable.tsx';
import { useCoverage } from './useCoverage.ts';

/** The files of evidence of an incident, each with who collected it and what it was read as. */
export function FilesView({ incidentId, readingId }: ViewProps) {
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { file?: string; removed?: boolean };
  const includeRemoved = search.removed ?? false;
  const coverageOf = useCoverage(incidentId, readingId);
  const list = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        incidentId,
        limit: 100,
        includeRemoved,
        ...(cursor && { cursor }),
      }),
      ...paging,
      placeholderData: before => before,
    }),
  );
  const change = (next: Partial<Record<'file' | 'removed', string | boolean | undefined>>): void =>
    void navigate({ to: '.', search: { ...search, ...next } as never, resetScroll: false });
  return (
    <>
      <ListFrame
        list={list}
        empty={
          <EmptyState
            icon={<FileSearch size={28} />}
            title={t.evidence.emptyTitle}
            text={me.may(CONTRIBUTORS) ? t.evidence.emptyText : t.evidence.emptyTextViewer}
          />
        }
      >
        {items => <FileTable files={items} coverageOf={coverageOf} onOpen={file => change({ file })} />}
      </ListFrame>
      {list.isSuccess && (
        <label className="mt-3 flex items-center gap-2 text-sm text-muted">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={includeRemoved}
            onChange={event => change({ removed: event.target.checked || undefined })}
          />
          {t.evidence.showRemoved}
        </label>
      )}
      {search.file && (
        <FileDrawer key={search.file} id={search.file} onClose={() => change({ file: undefined })} />
      )}
    </>
  );
}
