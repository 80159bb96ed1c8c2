import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { say, sayError } from '../../ui/Toasts.tsx';
import type { Template } from './template.ts';

/** Whether a template is offered, and whether it says what it began as; both can be changed. */
export function TemplateStanding({ template }: { template: Template }) {
  const { id, name, version, defaultId, isEdited, isRetired } = template;
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const replaced = async (saved: Template, text: string): Promise<void> => {
    queryClient.setQueryData(api.templates.get.queryKey({ input: { id } }), saved);
    await queryClient.invalidateQueries({ queryKey: api.templates.key() });
    say(text);
  };
  const retire = useMutation({
    mutationFn: (next: boolean) =>
      api.templates.edit.call({ id, isRetired: next }, { context: { ifMatch: version } }),
    onSuccess: (saved, next) =>
      replaced(saved, next ? t.templates.retireDone(name) : t.templates.restoreDone(name)),
    onError: sayError,
  });
  const restore = useMutation({
    mutationFn: () => api.templates.restoreDefault.call({ id }, { context: { ifMatch: version } }),
    onSuccess: saved => replaced(saved, t.templates.restoredDefault),
    onError: sayError,
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {defaultId === null && <Badge tone="accent">{t.templates.isOwn}</Badge>}
      {isEdited && <Badge>{t.templates.isEdited}</Badge>}
      {isRetired && <Badge tone="warn">{t.templates.isRetired}</Badge>}
      <span className="ml-auto flex flex-wrap gap-2">
        {isEdited && <Button onClick={() => setAsking(true)}>{t.templates.restoreDefault}</Button>}
        <Button isBusy={retire.isPending} onClick={() => retire.mutate(!isRetired)}>
          {isRetired ? t.templates.restore : t.templates.retire}
        </Button>
      </span>
      {isAsking && (
        <ConfirmDialog
          title={t.templates.restoreDefaultTitle(name)}
          text={t.templates.restoreDefaultText}
          verb={t.templates.restoreDefault}
          isBusy={restore.isPending}
          onConfirm={() => restore.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
