import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { isLost } from '../ui/isLost.ts';
import { ActionEditor } from './ActionEditor.tsx';
import { ActionReader } from './ActionReader.tsx';
import { AddAction, type AddActionProps } from './AddAction.tsx';

interface ActionDrawerProps extends AddActionProps {
  /** `new` adds one. */
  id: string;
  mayEdit: boolean;
}

/** One action beside the list: to read, to change, to move on; or a new one. */
export function ActionDrawer({ id, mayEdit, ...adding }: ActionDrawerProps) {
  const isNew = id === 'new';
  const found = useQuery(api.actions.get.queryOptions({ input: { id }, enabled: !isNew }));
  if (isNew) return <AddAction {...adding} />;
  if (found.data && !isLost(found)) {
    const Shown = mayEdit ? ActionEditor : ActionReader;
    return <Shown key={found.data.id} action={found.data} onClose={adding.onClose} />;
  }
  return (
    <Dialog isOpen onClose={adding.onClose} title={t.actions.title} place="side">
      <Fetched query={found}>{() => null}</Fetched>
    </Dialog>
  );
}
