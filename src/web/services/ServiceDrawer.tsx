import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RemoveButton } from '../ui/RemoveButton.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { useRemoval } from '../ui/useRemoval.ts';
import { DependencyPicture } from './DependencyPicture.tsx';
import { ServiceFacts } from './ServiceFacts.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import type { Service } from './service.ts';
import { toFields, valuesOf } from './serviceValues.ts';

interface ServiceDrawerProps {
  /** Null adds a new one. */
  id: string | null;
  mayEdit: boolean;
  onClose(): void;
}

/** One service, to read and to change. */
export function ServiceDrawer({ id, mayEdit, onClose }: ServiceDrawerProps) {
  const found = useQuery(api.services.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  const service = found.data;
  if (mayEdit && (id === null || service)) return <Editor service={service ?? null} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={service?.name ?? t.services.title} place="side">
      <Fetched query={found}>
        {known => (
          <div className="flex flex-col gap-6">
            <ServiceFacts service={known} />
            <DependencyPicture service={known} />
          </div>
        )}
      </Fetched>
    </Dialog>
  );
}

function Editor({ service, onClose }: { service: Service | null; onClose(): void }) {
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: ({ version, ...fields }: ReturnType<typeof toFields> & { version: number }) =>
      service
        ? api.services.edit.call({ id: service.id, ...fields }, { context: { ifMatch: version } })
        : api.services.add.call(fields),
    onSuccess: async ({ name }) => {
      say(service ? t.common.saved : t.services.added(name));
      await queryClient.invalidateQueries({ queryKey: api.services.key() });
      onClose();
    },
  });
  const remove = useRemoval({
    ask: id => api.services.remove.call({ id }),
    said: t.services.removed(service?.name ?? ''),
    queryKey: api.services.key(),
    onRemoved: onClose,
  });
  const form = useForm(valuesOf(service), save.error, {
    version: service?.version ?? 1,
    words: t.services,
  });
  return (
    <FormDialog
      place="side"
      title={service?.name ?? t.services.add}
      verb={service ? t.common.save : t.common.add}
      form={form}
      isBusy={save.isPending || remove.isPending}
      aside={
        service && (
          <RemoveButton
            title={t.services.removeTitle(service.name)}
            text={t.services.removeText}
            isBusy={remove.isPending}
            onRemove={() => remove.mutate(service.id)}
          />
        )
      }
      below={
        service && (
          <div className="mt-6 border-t border-line pt-4">
            <DependencyPicture service={service} />
          </div>
        )
      }
      onSubmit={() => save.mutate({ ...toFields(form.values), version: form.version })}
      onClose={onClose}
    >
      <ServiceFields serviceId={service?.id} form={form} />
    </FormDialog>
  );
}
