import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { useLeaveGuard } from '../ui/useLeaveGuard.tsx';
import type { PostmortemSection } from './postmortem.ts';
import { type SaveState, useAutosave } from './useAutosave.ts';

const SAYS: Record<SaveState, string> = {
  saved: t.postmortems.savedAt,
  waiting: t.postmortems.notSaved,
  saving: t.postmortems.saving,
  offline: t.common.offline,
  conflict: t.postmortems.conflict,
};

interface SectionEditorProps {
  postmortemId: string;
  section: PostmortemSection;
  onDone(): void;
}

/** Writes a section: Markdown beside its preview, saved while one writes. Ctrl Enter or Escape ends it. */
export function SectionEditor({ postmortemId, section, onDone }: SectionEditorProps) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(section.title);
  const [markdown, setMarkdown] = useState(section.markdown);
  const [note, setNote] = useState('');
  const { state, save } = useAutosave(postmortemId, section, { title, markdown, note });
  const guard = useLeaveGuard(state === 'offline' || state === 'conflict');
  const finish = async (): Promise<void> => {
    if (await save()) onDone();
  };
  const loadTheirs = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
    onDone();
  };
  return (
    <section className="rounded border border-accent bg-panel p-4">
      <p className="mb-3 max-w-[70ch] text-sm text-muted">{section.guidance}</p>
      <TextField
        label={t.postmortems.sectionTitle}
        value={title}
        dir="auto"
        className="mb-3 max-w-md"
        onChange={event => setTitle(event.target.value)}
      />
      <div className="grid gap-4 xl:grid-cols-2">
        <TextArea
          label={t.postmortems.markdown}
          hint={t.postmortems.markdownHint}
          dir="auto"
          rows={Math.min(30, Math.max(10, markdown.split('\n').length + 2))}
          value={markdown}
          autoFocus
          onChange={event => setMarkdown(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
              void finish();
          }}
        />
        <div className="min-w-0">
          <p className="mb-1 text-sm font-medium">{t.postmortems.preview}</p>
          <div className="max-h-[40rem] overflow-y-auto rounded border border-line bg-paper px-4 py-3">
            <Markdown text={markdown} />
          </div>
        </div>
      </div>
      <div className="bottom-0 sm:sticky -mx-4 -mb-4 mt-3 flex flex-wrap items-center gap-3 rounded-b border-t border-line bg-panel px-4 py-3">
        <p
          role="status"
          className={cx(
            'flex-1 text-sm',
            state === 'conflict' || state === 'offline' ? 'text-error' : 'text-muted',
          )}
        >
          {SAYS[state]}
        </p>
        <input
          aria-label={t.postmortems.note}
          placeholder={t.postmortems.note}
          maxLength={2_000}
          dir="auto"
          value={note}
          className="h-8 w-full rounded border border-line bg-panel px-2.5 placeholder:text-muted sm:max-w-sm"
          onChange={event => setNote(event.target.value)}
        />
        {state === 'conflict' && (
          <Button onClick={() => void loadTheirs()}>{t.postmortems.loadTheirs}</Button>
        )}
        <Button kind="primary" disabled={state === 'conflict'} onClick={() => void finish()}>
          {t.postmortems.done}
        </Button>
      </div>
      {guard.question}
    </section>
  );
}
