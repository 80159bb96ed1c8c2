import { ACTION_NEEDS } from '../../core/lifecycle/action.ts';
import { moveAction } from '../../core/lifecycle/moveAction.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useForm } from '../ui/useForm.ts';
import { type Action, TRANSITION_TO } from './action.ts';

interface MoveDialogProps {
  action: Action;
  to: Action['state'];
  onMove(note: string): void;
  onClose(): void;
}

/** Asks for what a step needs, a reason or the evidence; says why it cannot be taken as long as it cannot. */
export function MoveDialog({ action, to, onMove, onClose }: MoveDialogProps) {
  const me = useMe();
  const form = useForm({ note: '' }, undefined);
  const { note } = form.values;
  const transition = TRANSITION_TO[to];
  const moved = { ...action, isByOwner: action.owner?.id === me.id };
  const step = moveAction(moved, transition, note);
  const hindrance = 'refused' in step ? step.refused : undefined;
  const move = (): void => {
    if (!hindrance) onMove(note);
  };
  return (
    <FormDialog
      title={t.actions.transition[transition] ?? transition}
      description={action.title}
      verb={t.actions.transition[transition] ?? transition}
      form={form}
      isBusy={false}
      isBlank={hindrance !== undefined}
      onSubmit={move}
      onClose={onClose}
    >
      <TextArea
        label={t.actions.noteFor[ACTION_NEEDS[transition]] ?? ''}
        hint={hindrance}
        dir="auto"
        {...form.text('note')}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) move();
        }}
      />
    </FormDialog>
  );
}
