import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { t } from '../messages/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface LeaveGuard {
  /** Does what drops the edits, after asking when there are any. */
  leave(drop: () => void): void;
  /** The question while it is asked: to be rendered. */
  question: ReactNode;
}

/** Asks before edits are dropped, whatever would drop them: a button, the way back, another page, the window's end. */
export function useLeaveGuard(isUnsaved: boolean): LeaveGuard {
  const [drop, setDrop] = useState<(() => void) | null>(null);
  const isDropping = useRef(false);
  const isInTheWay = (): boolean => isUnsaved && !isDropping.current;
  const blocker = useBlocker({
    // A page that keeps what it shows in its address does not go away by that.
    shouldBlockFn: ({ current, next, action }) =>
      isInTheWay() && !(action === 'REPLACE' && current.pathname === next.pathname),
    enableBeforeUnload: isInTheWay,
    withResolver: true,
  });
  const isBlocked = blocker.status === 'blocked';
  const stay = (): void => {
    setDrop(null);
    if (isBlocked) blocker.reset();
  };
  const go = (): void => {
    isDropping.current = true;
    setDrop(null);
    if (isBlocked) blocker.proceed();
    else drop?.();
  };
  return {
    leave: next => (isInTheWay() ? setDrop(() => next) : next()),
    question: (drop || isBlocked) && (
      <ConfirmDialog
        title={t.common.dropTitle}
        text={t.common.dropText}
        verb={t.common.drop}
        cancel={t.common.keepEditing}
        isBusy={false}
        onConfirm={go}
        onClose={stay}
      />
    ),
  };
}
