import { Link } from '@tanstack/react-router';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { DueDay } from '../ui/DueDay.tsx';
import { type ActionDetail, LEADS_TO } from './action.ts';
import { PRIORITY_TONE, STATE_TONE } from './tones.ts';
import { usePendingMoves } from './useMoveAction.ts';
import { useMover } from './useMover.tsx';

/** Where an action stands: state, priority and day, what can be done next, what a reviewer would object to. */
export function ActionStanding({ action, mayMove }: { action: ActionDetail; mayMove: boolean }) {
  const mover = useMover();
  const pending = usePendingMoves();
  const state = pending.get(action.id) ?? action.state;
  const { priority, priorityOverride, incident, canGo, remarks } = action;
  return (
    <section aria-label={t.actions.column.state} className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={STATE_TONE[state]}>{t.actions.state[state]}</Badge>
        <Badge tone={PRIORITY_TONE[priority]}>{priority.toUpperCase()}</Badge>
        {priorityOverride && (
          <span className="text-sm text-muted">
            {t.actions.priority.overriddenBy(priorityOverride.by.name)}
          </span>
        )}
        <DueDay day={action.dueOn} isOverdue={action.isOverdue} />
        <Link
          to="/incidents/$id/actions"
          params={{ id: incident.number }}
          className="text-accent hover:underline"
        >
          <span className="tabular">{incident.number}</span> {incident.title}
        </Link>
      </p>
      {mayMove && (
        <div className="flex flex-wrap gap-2">
          {canGo.map((transition, i) => (
            <Button
              key={transition}
              size="small"
              kind={i === 0 ? 'primary' : 'plain'}
              disabled={pending.has(action.id)}
              onClick={() => mover.move(action, LEADS_TO[transition])}
            >
              {t.actions.transition[transition]}
            </Button>
          ))}
        </div>
      )}
      {remarks.length > 0 && (
        <div className="rounded bg-sunken px-3 py-2 text-sm">
          <h3 className="font-medium">{t.actions.remarks}</h3>
          <ul className="list-disc pl-5">
            {remarks.map(({ code, on, text }) => (
              <li key={`${code} ${on}`}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {mover.dialog}
    </section>
  );
}
