import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { say } from '../../ui/Toasts.tsx';
import { useForm } from '../../ui/useForm.ts';
import { blankSection, moveSection, nextKey } from './editSections.ts';
import { SectionEditor } from './SectionEditor.tsx';
import { TemplateStanding } from './TemplateStanding.tsx';
import type { DraftSection, Template } from './template.ts';

interface Draft {
  name: string;
  description: string;
  sections: readonly DraftSection[];
}

const toDraft = (template: Template | null): Draft => ({
  name: template?.name ?? '',
  description: template?.description ?? '',
  sections: template?.sections.map(section => ({ ...section, key: nextKey() })) ?? [blankSection()],
});

/** Edits a template: its name, when to use it, and its sections in their order. */
export function TemplateEditor({ template }: { template: Template | null }) {
  const [round, setRound] = useState(0);
  return <EditorForm key={round} template={template} onReplaced={() => setRound(round + 1)} />;
}

interface EditorFormProps {
  template: Template | null;
  /** The server's text is another one now: begin anew from it. */
  onReplaced(): void;
}

function EditorForm({ template, onReplaced }: EditorFormProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [base] = useState(template);
  const [initial] = useState(() => toDraft(template));
  const save = useMutation({
    mutationFn: ({ sections, ...rest }: Draft) => {
      const values = { ...rest, sections: sections.map(({ key: _, ...section }) => section) };
      return base
        ? api.templates.edit.call({ id: base.id, ...values }, { context: { ifMatch: base.version } })
        : api.templates.add.call(values);
    },
    onSuccess: async saved => {
      say(t.common.saved);
      queryClient.setQueryData(api.templates.get.queryKey({ input: { id: saved.id } }), saved);
      await queryClient.invalidateQueries({ queryKey: api.templates.key() });
      onReplaced();
      if (!base)
        await navigate({ to: '/settings/templates/$id', params: { id: saved.id }, ignoreBlocker: true });
    },
  });
  const form = useForm<Draft & Record<string, unknown>>({ ...initial }, save.error);
  const { sections } = form.values;
  useBlocker({
    shouldBlockFn: () => form.isChanged && !save.isSuccess && !confirm(t.templates.leave),
    enableBeforeUnload: () => form.isChanged && !save.isSuccess,
  });
  const set = (next: readonly DraftSection[]): void => form.set('sections', next);
  return (
    <form
      className="flex max-w-4xl flex-col gap-5"
      // The browser would refuse in silence what is wrong in a folded section; the server says it.
      noValidate
      onSubmit={event => {
        event.preventDefault();
        save.mutate(form.values);
      }}
    >
      {base && <TemplateStanding template={base} onReplaced={onReplaced} />}
      <div className="flex flex-col gap-4">
        <TextField label={t.templates.name} required {...form.text('name')} />
        <TextArea label={t.templates.description} isOptional rows={2} {...form.text('description')} />
        <h2 className="text-base font-semibold">{t.templates.sections}</h2>
        <ol className="flex flex-col gap-2">
          {sections.map((section, index) => (
            <SectionEditor
              key={section.key}
              section={section}
              isOpenFirst={section.title === ''}
              issue={field => form.issue(`/sections/${index}/${field}`)}
              onChange={next => set(sections.map(other => (other.key === section.key ? next : other)))}
              {...(index > 0 && { onUp: () => set(moveSection(sections, section.key, -1)) })}
              {...(index < sections.length - 1 && {
                onDown: () => set(moveSection(sections, section.key, 1)),
              })}
              {...(sections.length > 1 && {
                onRemove: () => set(sections.filter(({ key }) => key !== section.key)),
              })}
            />
          ))}
        </ol>
        <Button
          className="self-start"
          icon={<Plus size={15} aria-hidden />}
          onClick={() => set([...sections, blankSection()])}
        >
          {t.templates.addSection}
        </Button>
      </div>
      <footer className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
        <Button kind="primary" type="submit" isBusy={save.isPending} disabled={!form.isChanged}>
          {base ? t.common.save : t.common.add}
        </Button>
        {form.isChanged && <span className="text-sm text-muted">{t.templates.unsaved}</span>}
        <FormError text={form.general ?? form.issue('/sections')} />
      </footer>
    </form>
  );
}
