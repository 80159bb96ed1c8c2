import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import type { z } from 'zod';
import type { service } from '../../contract/services.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { ServiceForm, type ServiceValues } from './ServiceForm.tsx';

type Service = z.infer<typeof service>;

interface ServiceDrawerProps {
  /** Null adds a new one. */
  id: string | null;
  mayEdit: boolean;
  onClose(): void;
}

/** One service, to read and to change. */
export function ServiceDrawer({ id, mayEdit, onClose }: ServiceDrawerProps) {
  const found = useQuery(api.services.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  if (id === null) return <Editor service={null} mayEdit={mayEdit} onClose={onClose} />;
  if (found.data) return <Editor service={found.data} mayEdit={mayEdit} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={t.services.title} place="side">
      {found.isError ? <ErrorState error={found.error} /> : <SkeletonRows count={5} />}
    </Dialog>
  );
}

const FORM = 'service';

function Editor({
  service,
  mayEdit,
  onClose,
}: {
  service: Service | null;
  mayEdit: boolean;
  onClose(): void;
}) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.services.key() });
  const save = useMutation({
    mutationFn: (values: ServiceValues) =>
      service
        ? api.services.edit.call({ id: service.id, ...values }, { context: { ifMatch: service.version } })
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
    onError: sayError,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={service?.name ?? t.services.add}
      footer={
        mayEdit && (
          <>
            {service && (
              <Button
                kind="danger"
                className="mr-auto"
                icon={<Trash2 size={15} aria-hidden />}
                isBusy={remove.isPending}
                onClick={() => remove.mutate(service.id)}
              >
                {t.common.remove}
              </Button>
            )}
            <Button onClick={onClose}>{t.common.cancel}</Button>
            <Button kind="primary" type="submit" form={FORM} isBusy={save.isPending}>
              {service ? t.common.save : t.common.add}
            </Button>
          </>
        )
      }
    >
      <ServiceForm
        id={FORM}
        service={service}
        isReadOnly={!mayEdit}
        error={save.error}
        onSubmit={save.mutate}
      />
    </Dialog>
  );
}
