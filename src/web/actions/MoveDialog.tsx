import { useState } from 'react';
import { ACTION_NEEDS } from '../../core/lifecycle/action.ts';
import { moveAction } from '../../core/lifecycle/moveAction.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
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
  const [note, setNote] = useState('');
  const transition = TRANSITION_TO[to];
  const moved = { ...action, isByOwner: action.owner?.id === me.id };
  const step = moveAction(moved, transition, note);
  const hindrance = 'refused' in step ? step.refused : undefined;
  const move = (): void => {
    if (!hindrance) onMove(note);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.actions.transition[transition] ?? transition}
      description={action.title}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" disabled={hindrance !== undefined} onClick={move}>
            {t.actions.transition[transition]}
          </Button>
        </>
      }
    >
      <TextArea
        label={t.actions.noteFor[ACTION_NEEDS[transition]] ?? ''}
        hint={hindrance}
        value={note}
        onChange={event => setNote(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) move();
        }}
      />
    </Dialog>
  );
}
