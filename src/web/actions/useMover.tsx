import { type ReactNode, useState } from 'react';
import { ACTION_NEEDS, nextActionState } from '../../core/lifecycle/action.ts';
import { say } from '../ui/Toasts.tsx';
import { type Action, TRANSITION_TO } from './action.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { useMoveAction } from './useMoveAction.ts';

interface Mover {
  /** Moves an action to a state: refuses with the reason, asks for a note where one is needed, or moves at once. */
  move(action: Action, to: Action['state']): void;
  /** To be shown where the hook is used. */
  dialog: ReactNode;
}

/** What moves actions on a page. */
export function useMover(): Mover {
  const change = useMoveAction();
  const [asked, setAsked] = useState<{ action: Action; to: Action['state'] } | null>(null);
  return {
    move(action, to) {
      if (to === action.state) return;
      const transition = TRANSITION_TO[to];
      const step = nextActionState(action.state, transition);
      if ('refused' in step) say(step.refused, { tone: 'error' });
      else if (ACTION_NEEDS[transition] === 'nothing') change.mutate({ action, to });
      else setAsked({ action, to });
    },
    dialog: asked && (
      <MoveDialog
        {...asked}
        onClose={() => setAsked(null)}
        onMove={note => {
          setAsked(null);
          change.mutate({ ...asked, note });
        }}
      />
    ),
  };
}
