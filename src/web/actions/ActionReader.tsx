import { Dialog } from '../ui/Dialog.tsx';
import { ActionCourse } from './ActionCourse.tsx';
import { ActionFields } from './ActionFields.tsx';
import { ActionStanding } from './ActionStanding.tsx';
import type { ActionDetail } from './action.ts';
import { valuesOf } from './actionValues.ts';
import { useActionForm } from './useActionForm.ts';

/** One action with its fields and its course, for those who may not change it. */
export function ActionReader({ action, onClose }: { action: ActionDetail; onClose(): void }) {
  const form = useActionForm(valuesOf(action), undefined, action.version);
  return (
    <Dialog isOpen onClose={onClose} place="side" title={action.title}>
      <div className="flex flex-col gap-5">
        <ActionStanding action={action} mayMove={false} />
        <ActionFields form={form} postmortemId={action.postmortemId} isReadOnly />
        <ActionCourse moves={action.moves} />
      </div>
    </Dialog>
  );
}
