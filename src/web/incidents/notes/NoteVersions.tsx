import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { paging } from '../../ui/paging.ts';
import { Time } from '../../ui/Time.tsx';

/** How a note read before its author rewrote it, the last version first. */
export function NoteVersions({ noteId, onClose }: { noteId: string; onClose(): void }) {
  const list = useInfiniteQuery(
    api.notes.versions.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: noteId, ...(cursor && { cursor }) }),
      ...paging,
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} place="side" title={t.incidentPeople.versions}>
      <ListFrame list={list} empty={<p className="text-muted">{t.common.none}</p>}>
        {versions => (
          <ol aria-label={t.incidentPeople.versions} className="flex flex-col gap-5">
            {versions.map(({ version, body, writtenAt }) => (
              <li key={version}>
                <p className="mb-1 text-sm text-muted">
                  <Time at={writtenAt} />
                </p>
                <Markdown text={body} />
              </li>
            ))}
          </ol>
        )}
      </ListFrame>
    </Dialog>
  );
}
