import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { action as schema } from '../../contract/actions.ts';
import { DueDay } from '../actions/DueDay.tsx';
import { Badge } from '../ui/Badge.tsx';

/** One action where only few are listed. */
export function ActionLine({ action }: { action: z.infer<typeof schema> }) {
  return (
    <Link
      to="/actions"
      search={{ open: action.id }}
      className="flex min-h-10 items-center gap-3 border-x border-t border-line bg-panel px-3 py-1.5 first-of-type:rounded-t last-of-type:rounded-b last-of-type:border-b hover:bg-sunken"
    >
      <Badge tone={action.priority === 'p1' ? 'error' : 'neutral'}>{action.priority.toUpperCase()}</Badge>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span dir="auto" className="line-clamp-2 min-w-0 flex-1 basis-48">
          {action.title}
        </span>
        <span className="flex gap-3 text-sm text-muted">
          <span className="tabular">{action.incident.number}</span>
          {action.dueOn && <DueDay action={action} />}
        </span>
      </span>
    </Link>
  );
}
