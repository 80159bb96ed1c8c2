import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { DependencyPicture } from './DependencyPicture.tsx';
import { ServiceFacts } from './ServiceFacts.tsx';
import { ServiceForm, type ServiceValues } from './ServiceForm.tsx';
import type { Service } from './service.ts';

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
      {service && (
        <div className="flex flex-col gap-6">
          <ServiceFacts service={service} />
          <DependencyPicture service={service} />
        </div>
      )}
      {found.isError && <ErrorState error={found.error} />}
      {found.isLoading && <SkeletonRows count={5} />}
    </Dialog>
  );
}

const FORM = 'service';

function Editor({ service, onClose }: { service: Service | null; onClose(): void }) {
  const queryClient = useQueryClient();
  // What is filled in was read at this version: a change of somebody else's in between must be refused.
  const [version] = useState(service?.version ?? 1);
  const [isAsking, setAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.services.key() });
  const save = useMutation({
    mutationFn: (values: ServiceValues) =>
      service
        ? api.services.edit.call({ id: service.id, ...values }, { context: { ifMatch: version } })
        : api.services.add.call(values),
    onSuccess: async ({ name }) => {
      say(service ? t.common.saved : t.services.added(name));
      await refresh();
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.services.remove.call({ id }),
    onSuccess: async () => {
      say(t.services.removed(service?.name ?? ''));
      await refresh();
      onClose();
    },
    onError: error => {
      setAsking(false);
      sayError(error);
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={service?.name ?? t.services.add}
      footer={
        <>
          {service && (
            <Button
              kind="danger"
              className="mr-auto"
              icon={<Trash2 size={15} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t.common.remove}
            </Button>
          )}
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isBusy={save.isPending}>
            {service ? t.common.save : t.common.add}
          </Button>
        </>
      }
    >
      <ServiceForm id={FORM} service={service} error={save.error} onSubmit={save.mutate} />
      {service && (
        <div className="mt-6 border-t border-line pt-4">
          <DependencyPicture service={service} />
        </div>
      )}
      {service && isAsking && (
        <ConfirmDialog
          title={t.services.removeTitle(service.name)}
          text={t.services.removeText}
          verb={t.common.remove}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(service.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
}
