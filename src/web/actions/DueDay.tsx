import { t } from '../messages/index.ts';
import { dayText } from '../ui/instant.ts';
import type { Action } from './action.ts';

/** The day by which an action is to be in place; late is said in words as well as in colour. */
export function DueDay({ action: { dueOn, isOverdue } }: { action: Pick<Action, 'dueOn' | 'isOverdue'> }) {
  if (!dueOn) return <span className="text-muted">{t.actions.noDue}</span>;
  return (
    <span className={isOverdue ? 'tabular whitespace-nowrap text-error' : 'tabular whitespace-nowrap'}>
      <time dateTime={dueOn}>{dayText(dueOn, 'UTC')}</time>
      {isOverdue && ` · ${t.actions.overdue}`}
    </span>
  );
}
