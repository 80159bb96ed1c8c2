import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { CONTRIBUTORS } from '../../../contract/roles.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { sayError } from '../../ui/Toasts.tsx';
import type { Incident } from '../incident.ts';
import { NoteItem } from './NoteItem.tsx';

/** From so many notes on, the place to write more is out of sight. */
const MANY = 4;

/** What people wrote down, oldest first, and a place to write more. Ctrl Enter adds the note. */
export function NotesSection({ incident }: { incident: Incident }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const [body, setBody] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const incidentId = incident.id;
  const list = useInfiniteQuery(
    api.notes.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ incidentId, limit: 100, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  );
  const add = useMutation({
    mutationFn: () => api.notes.add.call({ incidentId, body }),
    onSuccess: () => {
      setBody('');
      return queryClient.invalidateQueries({ queryKey: api.notes.key() });
    },
    onError: sayError,
  });
  const notes = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Section
      title={t.incidents.notes}
      actions={
        notes.length > MANY &&
        me.may(CONTRIBUTORS) && (
          <Button
            kind="quiet"
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => field.current?.focus()}
          >
            {t.incidents.addNote}
          </Button>
        )
      }
    >
      {list.isSuccess && notes.length === 0 && <p className="mb-3 text-muted">{t.incidents.noNotes}</p>}
      <ol className="flex flex-col gap-4">
        {notes.map(note => (
          <NoteItem key={note.id} note={note} isMine={note.author?.id === me.id} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-3" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.loadMore}
        </Button>
      )}
      {/* Under notes that are still to come it would be pushed down. */}
      {list.isPending && <Skeleton className="h-40" />}
      {!list.isPending && me.may(CONTRIBUTORS) && (
        <form
          className="no-print mt-4 flex flex-col gap-2"
          onSubmit={event => {
            event.preventDefault();
            if (body.trim()) add.mutate();
          }}
        >
          <TextArea
            ref={field}
            label={t.incidents.addNote}
            placeholder={t.incidents.notePlaceholder}
            rows={3}
            value={body}
            onChange={event => setBody(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && body.trim()) add.mutate();
            }}
          />
          <Button type="submit" className="self-end" disabled={!body.trim()} isBusy={add.isPending}>
            {t.incidents.addNote}
          </Button>
        </form>
      )}
    </Section>
  );
}
