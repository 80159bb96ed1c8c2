import addTemplate from 'virtual:form/templates.add';
import editTemplate from 'virtual:form/templates.edit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { SchemaForm } from '../../forms/SchemaForm.tsx';
import type { InputOf, Sent } from '../../forms/sent.ts';
import { useSchemaForm } from '../../forms/useSchemaForm.ts';
import { t } from '../../messages/index.ts';
import { say } from '../../ui/Toasts.tsx';
import { followTitles } from './followTitles.ts';
import { TemplateStanding } from './TemplateStanding.tsx';
import type { Template } from './template.ts';

type Words = InputOf<'templates.add'>;

/** Edits a template: its name, when to use it, and its sections in their order. */
export function TemplateEditor({ template }: { template: Template | null }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: ({ input, ifMatch }: Sent<Words>) =>
      template
        ? api.templates.edit.call({ id: template.id, ...input }, { context: { ifMatch } })
        : api.templates.add.call(input),
    onSuccess: async saved => {
      say(t.common.saved);
      queryClient.setQueryData(api.templates.get.queryKey({ input: { id: saved.id } }), saved);
      await queryClient.invalidateQueries({ queryKey: api.templates.key() });
      if (!template)
        await navigate({ to: '/settings/templates/$id', params: { id: saved.id }, ignoreBlocker: true });
    },
  });
  const form = useSchemaForm<Words>(template ? editTemplate : addTemplate, {
    given: template ?? undefined,
    // Whether it is offered is changed beside the form, at once.
    without: ['id', 'isRetired'],
    error: save.error,
    follow: followTitles,
  });
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      {template && <TemplateStanding template={template} />}
      <SchemaForm
        isLong
        form={form}
        verb={template ? t.common.save : t.common.add}
        isBusy={save.isPending}
        onSend={save.mutate}
      />
    </div>
  );
}
