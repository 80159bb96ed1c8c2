import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { note } from '../../../contract/notes.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Time } from '../../ui/Time.tsx';
import { sayError } from '../../ui/Toasts.tsx';
import { NoteVersions } from './NoteVersions.tsx';

type Note = z.infer<typeof note>;

/** One note; its author may rewrite it. */
export function NoteItem({ note, isMine }: { note: Note; isMine: boolean }) {
  const queryClient = useQueryClient();
  const [body, setBody] = useState<string | null>(null);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const edit = useMutation({
    mutationFn: (text: string) =>
      api.notes.edit.call({ id: note.id, body: text }, { context: { ifMatch: note.version } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.notes.key() });
      setBody(null);
    },
    onError: sayError,
  });
  return (
    <li className="group">
      <p className="mb-0.5 flex min-h-7 flex-wrap items-center gap-x-2 text-sm text-muted">
        <span className="font-medium text-text">{note.author?.name ?? t.common.unknown}</span>
        <Time at={note.createdAt} as="ago" />
        {note.version > 1 && (
          <button
            type="button"
            className="min-h-6 underline decoration-dotted underline-offset-2 hover:text-text"
            onClick={() => setHistoryOpen(true)}
          >
            {t.incidentPeople.rewritten(note.version - 1)}
          </button>
        )}
        {isMine && body === null && (
          <Button
            kind="quiet"
            size="small"
            className="pointer-fine:not-group-hover:not-focus-visible:opacity-0"
            aria-label={t.common.edit}
            icon={<Pencil size={13} />}
            onClick={() => setBody(note.body)}
          />
        )}
      </p>
      {body === null ? (
        <Markdown text={note.body} />
      ) : (
        <div className="flex flex-col gap-2">
          <TextArea label={t.common.edit} value={body} onChange={event => setBody(event.target.value)} />
          <div className="flex gap-2">
            <Button kind="primary" isBusy={edit.isPending} onClick={() => edit.mutate(body)}>
              {t.common.save}
            </Button>
            <Button onClick={() => setBody(null)}>{t.common.cancel}</Button>
          </div>
        </div>
      )}
      {isHistoryOpen && <NoteVersions noteId={note.id} onClose={() => setHistoryOpen(false)} />}
    </li>
  );
}
