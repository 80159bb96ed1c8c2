import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { action as schema } from '../../contract/actions.ts';
import { t } from '../messages/index.ts';
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
      <span className="min-w-0 flex-1 truncate">{action.title}</span>
      <span className="tabular text-sm text-muted">{action.incident.number}</span>
      {action.dueOn && (
        <span className={action.isOverdue ? 'tabular text-sm text-error' : 'tabular text-sm text-muted'}>
          {t.home.due} {action.dueOn}
        </span>
      )}
    </Link>
  );
}
