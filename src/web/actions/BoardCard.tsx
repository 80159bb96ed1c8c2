import { MoreHorizontal } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { ACTION_STATES } from '../../core/lifecycle/action.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DueDay } from '../ui/DueDay.tsx';
import { Menu } from '../ui/Menu.tsx';
import { type Action, LEADS_TO } from './action.ts';
import { cardBeside } from './boardKeys.ts';
import { PRIORITY_TONE } from './tones.ts';

interface BoardCardProps {
  action: Action;
  mayMove: boolean;
  isMoving: boolean;
  onOpen(id: string): void;
  onMove(action: Action, to: Action['state']): void;
  onDrag(action: Action | null): void;
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** An action on the board: drag it, or press Shift with an arrow on it, or take its menu. */
export function BoardCard({ action, mayMove, isMoving, onOpen, onMove, onDrag }: BoardCardProps) {
  const { id, title, priority, owner, incident, state, canGo } = action;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!ARROWS.includes(event.key)) return;
    event.preventDefault();
    if (!event.shiftKey) return cardBeside(event.currentTarget, event.key)?.focus();
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const to = step && ACTION_STATES[ACTION_STATES.indexOf(state) + step];
    if (to && mayMove && !isMoving) onMove(action, to);
  };
  return (
    <li
      draggable={mayMove && !isMoving}
      onDragStart={event => {
        event.dataTransfer.setData('text/plain', title);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(action);
      }}
      onDragEnd={() => onDrag(null)}
      className={cx(
        'rounded border border-line bg-panel p-2.5',
        mayMove && 'cursor-grab',
        isMoving && 'opacity-60',
      )}
    >
      <div className="flex items-start gap-1">
        <button
          type="button"
          data-row={id}
          className="min-w-0 flex-1 text-left font-medium hover:text-accent hover:underline"
          onClick={() => onOpen(id)}
          onKeyDown={onKeyDown}
        >
          <span className="line-clamp-3 [overflow-wrap:anywhere]">
            <bdi>{title}</bdi>
          </span>
        </button>
        {mayMove && canGo.length > 0 && (
          <Menu
            trigger={
              <Button
                kind="quiet"
                size="icon"
                className="-mr-1.5 -mt-1 !size-7"
                aria-label={t.actions.moveOf(title)}
                icon={<MoreHorizontal size={15} />}
              />
            }
            items={canGo.map(transition => ({
              label: t.actions.transition[transition] ?? transition,
              onSelect: () => onMove(action, LEADS_TO[transition]),
            }))}
          />
        )}
      </div>
      <div className="mt-1.5 flex items-center gap-2.5 text-sm">
        <Badge tone={PRIORITY_TONE[priority]}>{priority.toUpperCase()}</Badge>
        {owner ? (
          <span title={owner.name} className="min-w-0 truncate">
            <bdi>{owner.name}</bdi>
          </span>
        ) : (
          <span className="text-warn">{t.actions.nobody}</span>
        )}
        <span className="tabular ml-auto whitespace-nowrap text-muted">{incident.number}</span>
      </div>
      <p className="mt-1 text-sm">
        <DueDay day={action.dueOn} isOverdue={action.isOverdue} />
      </p>
    </li>
  );
}
